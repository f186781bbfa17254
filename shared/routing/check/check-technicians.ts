import type { Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

/** Stops are done by technicians of their territory, whom their customer allows and does not forbid. */
export const checkTechnicians = (day: CheckedDay): Violation[] => {
  const { id, territoryIds } = day.technician;
  return [
    ...whereTouched(day, 'not-in-territory', ({ stop }) => !territoryIds.includes(stop.territoryId)),
    ...whereTouched(
      day,
      'technician-not-allowed',
      ({ stop }) =>
        stop.allowedTechnicianIds?.includes(id) === false || stop.forbiddenTechnicianIds?.includes(id) === true,
    ),
  ];
};
