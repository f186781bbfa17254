import type { PlaceIndex } from './place-index.ts';
import type { PlanningSource } from './planning-day.ts';
import type { PartPickup } from './problem.ts';
import type { Timeline } from './stop-of-appointment.ts';

/** What can be fetched on the way, part by part. */
export const partPickupsOf = (sources: readonly PlanningSource[], { at }: Timeline, places: PlaceIndex): PartPickup[] =>
  sources.flatMap(({ source, open, parts }) =>
    [...parts].map(([partId, quantity]) => ({
      partId,
      place: places.indexOf(source.place.location),
      quantity,
      durationSeconds: pickupSeconds,
      ...(open && { open: { from: at(open.from), to: at(open.to) } }),
      source,
    })),
  );

/** From the counter to the van. */
const pickupSeconds = 600;
