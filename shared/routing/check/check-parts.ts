import { broken, type Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';

interface Movement {
  readonly at: number;
  readonly partId: string;
  readonly quantity: number;
  /** Absent where a part is fetched. */
  readonly stopId?: string;
  readonly untouched: boolean;
}

/** What a stop needs is on the van when it begins, and not taken from what others on the route need. What stood may lack parts. */
export const checkParts = (day: CheckedDay): Violation[] => {
  const movements = movementsOf(day);
  return movements
    .filter((one) => one.stopId !== undefined && !one.untouched && isLacking(day, movements, one))
    .map(({ stopId = '', partId, quantity }) =>
      broken('part-lacking', `${stopId} needs ${quantity} of ${partId}`, { technicianId: day.technician.id, stopId }),
    );
};

const movementsOf = ({ stops, route }: CheckedDay): Movement[] => [
  // A crew needs its parts once, whoever has them: check-crew-parts.
  ...stops
    .filter(({ stop }) => (stop.crewSize ?? 1) === 1)
    .flatMap(({ planned, stop, untouched }) =>
      stop.parts.map(({ partId, quantity }) => ({
        at: planned.start,
        partId,
        quantity: -quantity,
        stopId: stop.id,
        untouched,
      })),
    ),
  ...(route.pickups ?? []).map(({ partId, quantity, end }) => ({ at: end, partId, quantity, untouched: false })),
];

const isLacking = ({ technician }: CheckedDay, movements: readonly Movement[], { at, partId }: Movement): boolean => {
  const stock = technician.vanStock.get(partId) ?? 0;
  const own = movements.filter((each) => each.partId === partId);
  const left = (until: number) =>
    own.filter((each) => each.at <= until).reduce((sum, { quantity }) => sum + quantity, stock);
  return left(at) < 0 || left(Infinity) < 0;
};
