import type { PlannedPickup, PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import type { WantedStop } from './wanted-stop.ts';

/** What routes of a plan change, one for each appointment; a crew's names all who are to go. */
export const wantedChanges = (routes: readonly PlannedRoute[], overtimeSeconds: number): WantedStop[] => {
  const changes = new Map<string, WantedStop>();
  const goers = goersOf(routes);
  for (const { technicianId, stops, pickups = [] } of routes) {
    for (const stop of stops) {
      if (stop.change === 'kept') continue;
      const one = { technicianId, stop, overtimeSeconds, ...fetched(pickups, stop) };
      // Of a crew whoever fetches something is told first.
      if (!changes.has(stop.appointmentId) || one.pickups) changes.set(stop.appointmentId, one);
    }
  }
  return [...changes.values()].map((one) => {
    const crew = goers.get(one.stop.appointmentId) ?? [];
    const others = crew.filter((id) => id !== one.technicianId);
    return others.length > 0 ? { ...one, crewIds: [one.technicianId, ...others] } : one;
  });
};

/** Who goes to each appointment, those too who are there already. */
const goersOf = (routes: readonly PlannedRoute[]): ReadonlyMap<string, readonly string[]> => {
  const goers = new Map<string, string[]>();
  for (const { technicianId, stops } of routes) {
    for (const { appointmentId } of stops) {
      goers.set(appointmentId, [...(goers.get(appointmentId) ?? []), technicianId]);
    }
  }
  return goers;
};

/** What is fetched for a stop, as its appointment keeps it. */
const fetched = (pickups: readonly PlannedPickup[], { appointmentId }: PlannedStop): Pick<WantedStop, 'pickups'> => {
  const own = pickups.filter((one) => one.appointmentId === appointmentId);
  const kept = own.map(({ appointmentId: _id, travelSeconds: _seconds, travelMetres: _metres, ...one }) => one);
  return kept.length > 0 ? { pickups: kept } : {};
};
