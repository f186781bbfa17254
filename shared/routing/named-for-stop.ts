import type { Appointment } from '../model/appointment.ts';
import type { NamedForStop } from './planning-day.ts';
import type { ProblemStop } from './problem.ts';

/** Whom the customer’s contracts prefer and forbid for a stop. */
export const namedForStop = (
  { assignments }: Appointment,
  named: NamedForStop | undefined,
): Pick<ProblemStop, 'forbiddenTechnicianIds' | 'preferredTechnicianIds' | 'otherTechnicianCost'> => {
  const { preferred = [], forbidden = [] } = named ?? {};
  const others = forbidden.filter((id) => !assignments.some(({ technicianId }) => technicianId === id));
  return {
    ...(others.length > 0 && { forbiddenTechnicianIds: others }),
    ...(preferred.length > 0 && { preferredTechnicianIds: preferred, otherTechnicianCost }),
  };
};

/** Anybody but a preferred technician must save half an hour of driving. */
const otherTechnicianCost = 1800;
