import { fetchOf } from '../kernel/fetch.ts';
import type { RouteRule } from '../kernel/kernel.ts';
import { stopsOf } from '../kernel/stops-of.ts';

/** A stop whose position is locked has as many stops before it in its shift as it had. */
export const keptPosition: RouteRule = {
  concerns: ({ problem }, { technician }) =>
    problem.stops.some(
      ({ present }) => present?.keeps?.position !== undefined && present.technicianId === technician.id,
    ),
  allows: (kernel, view) =>
    stopsOf(kernel, view)
      .filter(({ id }) => !fetchOf(id))
      .every(({ present }, index) => (present?.keeps?.position ?? index) === index),
};
