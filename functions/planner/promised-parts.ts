import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { PromisedPart } from '../../shared/model/plan-part.ts';
import type { Problem } from '../../shared/routing/problem.ts';

/** What routes would take from vans for stops that did not stand there before. */
export const promisedParts = (
  { stops }: Problem,
  routes: readonly PlannedRoute[],
  onVan: (technicianId: string, partId: string) => number,
): PromisedPart[] => {
  const needed = new Map(stops.map(({ id, parts }) => [id, parts]));
  return routes.flatMap(({ technicianId, stops: planned }) => {
    const sums = new Map<string, number>();
    for (const { appointmentId, change } of planned) {
      if (change === 'kept') continue;
      for (const { partId, quantity } of needed.get(appointmentId) ?? []) {
        sums.set(partId, (sums.get(partId) ?? 0) + quantity);
      }
    }
    return [...sums].map(([partId, quantity]) => ({
      technicianId,
      partId,
      quantity,
      onVan: onVan(technicianId, partId),
    }));
  });
};
