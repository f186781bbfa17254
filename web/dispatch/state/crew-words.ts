import type { Appointment } from '../../../shared/model/appointment.ts';
import { crewOf } from '../../../shared/rules/crew-of.ts';
import { t } from '../messages.ts';

/** How many of those who must come are there, as "1 of 2"; nothing where one goes alone. */
export const crewWords = (appointment: Pick<Appointment, 'crewSize' | 'assignments'>): string | undefined => {
  const { needed, there } = crewOf(appointment);
  if (needed > 1) return t('crew.of', { there, needed });
  return there > 1 ? t('crew.size', { count: there }) : undefined;
};
