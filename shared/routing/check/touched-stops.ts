import { broken, type Violation, type ViolationKind } from '../violation.ts';
import type { CheckedDay, CheckedStop } from './checked-day.ts';

/** A violation for each planned stop of which a statement is true; what was left as it stood is not judged. */
export const whereTouched = (
  { technician, stops }: CheckedDay,
  kind: ViolationKind,
  isBroken: (checked: CheckedStop) => boolean,
): Violation[] =>
  stops
    .filter((one) => !one.untouched && isBroken(one))
    .map(({ planned: { start, end }, stop }) =>
      broken(kind, `${stop.id} from ${start} to ${end}`, { technicianId: technician.id, stopId: stop.id }),
    );
