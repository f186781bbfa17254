import type { Constraint } from '../kernel/draft.ts';

/** Parts are on the van, each used once in all of a technician's shifts. */
export const vanStock: Constraint = {
  compile({ problem, resources }) {
    const partIds = new Set(problem.stops.flatMap(({ parts }) => parts.map(({ partId }) => partId)));
    for (const id of partIds) {
      const amounts = problem.stops.map(({ parts }) =>
        parts.reduce((total, { partId, quantity }) => (partId === id ? total + quantity : total), 0),
      );
      resources.push({
        capacity: ({ technician }) => technician.vanStock.get(id) ?? 0,
        isShared: true,
        amount: (stop) => amounts[stop]!,
      });
    }
  },
};
