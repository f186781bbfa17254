import type { ProblemStop } from '../problem.ts';

type Load = readonly number[];

/** What is on the van when it sets out, by dimension; empty where nothing is carried. */
export const loadBefore = (stops: readonly ProblemStop[]): Load => {
  const carries = stops.flatMap(({ pickup = [] }) => [pickup.map(() => 0)]);
  return [...carries, deliveredBy(stops)].reduce(plus, []);
};

/** What is on it after one stop. */
export const loadAfter = (load: Load, { pickup = [], delivery = [] }: ProblemStop): Load =>
  plus(
    plus(load, pickup),
    delivery.map((amount) => -amount),
  );

export const deliveredBy = (stops: readonly ProblemStop[]): Load =>
  stops.reduce<Load>((sum, { delivery = [] }) => plus(sum, delivery), []);

export const pickedUpBy = (stops: readonly ProblemStop[]): Load =>
  stops.reduce<Load>((sum, { pickup = [] }) => plus(sum, pickup), []);

/** Dimension by dimension. */
export const plus = (one: Load, other: Load): Load =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => (one[at] ?? 0) + (other[at] ?? 0));
