import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { PromisedPart } from '../../shared/model/plan-part.ts';
import type { Problem } from '../../shared/routing/problem.ts';

/** What routes would take from vans for stops that did not stand there before, less what is fetched for them on the way. */
export const promisedParts = (
  { stops }: Problem,
  routes: readonly PlannedRoute[],
  onVan: (technicianId: string, partId: string) => number,
): PromisedPart[] => {
  const needed = new Map(stops.map(({ id, parts }) => [id, parts]));
  const brings = bringersOf(routes, (technicianId, appointmentId) =>
    (needed.get(appointmentId) ?? []).every(({ partId, quantity }) => onVan(technicianId, partId) >= quantity),
  );
  return routes.flatMap(({ technicianId, stops: planned, pickups = [] }) => {
    const sums = new Map<string, number>();
    for (const { appointmentId, change } of planned) {
      if (change === 'kept' || brings.get(appointmentId) !== technicianId) continue;
      for (const { partId, quantity } of needed.get(appointmentId) ?? []) {
        sums.set(partId, (sums.get(partId) ?? 0) + quantity);
      }
    }
    for (const { partId, quantity } of pickups) sums.set(partId, (sums.get(partId) ?? 0) - quantity);
    return [...sums]
      .filter(([, quantity]) => quantity > 0)
      .map(([partId, quantity]) => ({
        technicianId,
        partId,
        quantity,
        onVan: onVan(technicianId, partId),
      }));
  });
};

/** By appointment: of a crew who is there already, else the first who has all that is needed. */
const bringersOf = (
  routes: readonly PlannedRoute[],
  hasAll: (technicianId: string, appointmentId: string) => boolean,
): ReadonlyMap<string, string> => {
  const best = new Map<string, { readonly technicianId: string; readonly rank: number }>();
  for (const { technicianId, stops } of routes) {
    for (const { appointmentId, change } of stops) {
      const rank = change === 'kept' ? 2 : hasAll(technicianId, appointmentId) ? 1 : 0;
      if (rank > (best.get(appointmentId)?.rank ?? -1)) best.set(appointmentId, { technicianId, rank });
    }
  }
  return new Map([...best].map(([id, { technicianId }]) => [id, technicianId]));
};
