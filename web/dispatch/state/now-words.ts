import type { Appointment } from '../../../shared/model/appointment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { t } from '../messages.ts';

interface Words {
  readonly nameOf: (technicianId: string) => string;
  readonly timeOf: (at: string) => string;
}

/** How an appointment stands now, in a few words: it waits, who has it when, or what became of it. */
export const nowWords = ({ status, assignments }: Appointment, { nameOf, timeOf }: Words): string => {
  const [first] = assignments;
  if (status === 'unscheduled') return t('edit.nowWaits');
  if (!first || !isPlannable(status)) return t('edit.nowState', { state: t(`status.${status}`) });
  const name = assignments.map(({ technicianId }) => nameOf(technicianId)).join(' + ');
  return t('edit.nowAt', { name, time: timeOf(first.plannedStartAt) });
};
