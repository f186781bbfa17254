import type { Appointment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import { reservedParts } from '../../shared/rules/reserved-parts.ts';

/** One thing on a technician's way: an appointment, or a part that he fetches for one. */
export type WayEntry =
  | { readonly kind: 'stop'; readonly id: string; readonly stop: Appointment; readonly number: number }
  | { readonly kind: 'pickup'; readonly id: string; readonly pickup: Pickup; readonly stop: Appointment };

/** The stops in their order with their numbers, and before each what is still to be fetched by the time of the plan. */
export const wayOfDay = (stops: readonly Appointment[], technicianId: string | undefined): WayEntry[] => {
  const pickups = stops
    .filter(({ assignments }) => assignments[0]?.technicianId === technicianId)
    .flatMap((stop) => reservedParts(stop).map((pickup) => ({ pickup, stop })))
    .sort((a, b) => a.pickup.plannedStartAt.localeCompare(b.pickup.plannedStartAt));
  let left = pickups;
  return stops.flatMap((stop, index): WayEntry[] => {
    const isBefore = ({ pickup, stop: needs }: (typeof pickups)[number]) =>
      needs === stop || pickup.plannedStartAt < (stop.assignments[0]?.plannedStartAt ?? '');
    const before = left.filter(isBefore);
    left = left.filter((one) => !isBefore(one));
    return [...before.map(entryOf), { kind: 'stop', id: stop.id, stop, number: index + 1 }];
  });
};

const entryOf = ({ pickup, stop }: { readonly pickup: Pickup; readonly stop: Appointment }): WayEntry => ({
  kind: 'pickup',
  id: `${stop.id} ${pickup.stockLocationId} ${pickup.partId}`,
  pickup,
  stop,
});
