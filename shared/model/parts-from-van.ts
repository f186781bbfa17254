import type { Appointment } from './appointment.ts';
import type { PartRequirement } from './part.ts';

/** What an appointment needs of the van: its parts less those that are still to be fetched on the way. */
export const partsFromVan = ({
  partRequirements,
  pickups = [],
}: Pick<Appointment, 'partRequirements' | 'pickups'>): PartRequirement[] =>
  partRequirements.flatMap(({ partId, quantity }) => {
    const fetched = pickups
      .filter((one) => one.partId === partId && one.takenAt === undefined)
      .reduce((sum, one) => sum + one.quantity, 0);
    return fetched < quantity ? [{ partId, quantity: quantity - fetched }] : [];
  });
