import type { Problem } from '../problem.ts';
import type { Solution, SolutionPickup } from '../solution.ts';
import { broken, type Violation } from '../violation.ts';

/** Parts are fetched where they lie, while it is open, in the time it takes, and no more than there are. */
export const checkPickups = (problem: Problem, solution: Solution): Violation[] => {
  const fetched = solution.routes.flatMap(({ technicianId, pickups = [] }) =>
    pickups.map((pickup) => ({ technicianId, pickup })),
  );
  const taken = new Map<string, number>();
  return fetched.flatMap(({ technicianId, pickup }) => {
    const source = sourceOf(problem, pickup);
    const key = `${pickup.partId} ${pickup.place}`;
    const total = (taken.get(key) ?? 0) + pickup.quantity;
    taken.set(key, total);
    const isGood =
      source !== undefined &&
      total <= source.quantity &&
      pickup.quantity > 0 &&
      pickup.end - pickup.start === source.durationSeconds &&
      (!source.open || (source.open.from <= pickup.start && pickup.end <= source.open.to));
    const what = `${pickup.quantity} of ${pickup.partId} at place ${pickup.place}`;
    return isGood ? [] : [broken('wrong-pickup', `${what}, ${total} in all`, { technicianId })];
  });
};

const sourceOf = ({ partPickups = [] }: Problem, { partId, place }: SolutionPickup) =>
  partPickups.find((each) => each.partId === partId && each.place === place);
