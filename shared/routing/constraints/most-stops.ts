import type { Constraint } from '../kernel/draft.ts';
import { fetchOf } from '../kernel/fetch.ts';
import { FAR } from '../kernel/kernel.ts';

/** A shift has no more stops than its technician takes. */
export const mostStops: Constraint = {
  compile({ problem, resources }) {
    if (problem.technicians.every(({ maxStopsPerShift }) => maxStopsPerShift === undefined)) return;
    resources.push({
      capacity: ({ technician }) => technician.maxStopsPerShift ?? FAR,
      isShared: false,
      amount: (stop) => (fetchOf(problem.stops[stop]!.id) ? 0 : 1),
    });
  },
};
