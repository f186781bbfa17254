import { broken, type Violation, type ViolationKind } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { shiftFiguresOf } from './shift-figures.ts';

/** No shift has more stops, travel or time away than its technician may have. */
export const checkMaxima = (day: CheckedDay): Violation[] => {
  const {
    id: technicianId,
    maxStopsPerShift = Infinity,
    maxTravelSecondsPerShift = Infinity,
    maxMetresPerShift = Infinity,
    maxDurationSecondsPerShift = Infinity,
  } = day.technician;
  return shiftFiguresOf(day)
    .filter(({ shift }) => shift.isTouched)
    .flatMap((figures) => {
      const over: [ViolationKind, number, number][] = [
        ['too-many-stops', figures.stops, maxStopsPerShift],
        ['too-much-travel', figures.travelSeconds, maxTravelSecondsPerShift],
        ['too-much-travel', figures.travelMetres, maxMetresPerShift],
        ['too-long-a-shift', figures.durationSeconds, maxDurationSecondsPerShift],
      ];
      return over
        .filter(([, figure, most]) => figure > most)
        .map(([kind, figure, most]) =>
          broken(kind, `shift ${figures.shift.index} has ${figure}, not ${most}`, { technicianId }),
        );
    });
};
