import type { Constraint } from '../kernel/draft.ts';
import { FAR } from '../kernel/kernel.ts';

/** What is put on the van before the shift does not exceed what it holds, nor does what it brings back, in any dimension. */
export const capacity: Constraint = {
  compile(draft) {
    const { stops, technicians } = draft.problem;
    const dimensions = Math.max(0, ...technicians.map((one) => one.capacity?.length ?? 0));
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      for (const way of ['delivery', 'pickup'] as const) {
        if (stops.every((stop) => !stop[way]?.[dimension])) continue;
        draft.resources.push({
          capacity: ({ technician }) => technician.capacity?.[dimension] ?? FAR,
          isShared: false,
          amount: (stop) => stops[stop]![way]?.[dimension] ?? 0,
        });
      }
    }
  },
};
