import type { Appointment } from '../../model/appointment.ts';
import type { FoundCauses } from '../../model/found-causes.ts';

/** Every cause that holds for a work order, each once, in order: the office's word stands for all that was found before it. */
export const causesOfWork = (
  office: FoundCauses | undefined,
  appointments: readonly Pick<Appointment, 'causes'>[],
): string[] => {
  const later = appointments.flatMap(({ causes }) =>
    causes && (!office || causes.at > office.at) ? causes.found : [],
  );
  return [...new Set([...(office?.found ?? []), ...later])].sort();
};
