import type { RouteRule } from '../kernel/kernel.ts';
import { stopsOf } from '../kernel/stops-of.ts';

/** Where a van both brings and takes up, what it carries fits at every moment; `capacity` sees to each of the two alone. */
export const loadOnTheWay: RouteRule = {
  concerns: ({ problem: { stops } }, { technician }) =>
    technician.capacity !== undefined && stops.some(({ delivery }) => delivery) && stops.some(({ pickup }) => pickup),
  allows(kernel, view) {
    const stops = stopsOf(kernel, view);
    return (view.frame.technician.capacity ?? []).every((most, dimension) => {
      let load = stops.reduce((sum, { delivery }) => sum + (delivery?.[dimension] ?? 0), 0);
      return stops.every(({ delivery, pickup }) => {
        load += (pickup?.[dimension] ?? 0) - (delivery?.[dimension] ?? 0);
        return load <= most;
      });
    });
  },
};
