import type { Appointment } from '../../shared/model/appointment.ts';
import { partsFromVan } from '../../shared/model/parts-from-van.ts';
import type { MyDay } from './my-day.ts';

/** Names of the parts that the appointment needs and the van has too few of, other than what is fetched on the way. */
export const missingParts = (stop: Appointment, day: Pick<MyDay, 'stock' | 'parts'> | undefined): string[] =>
  partsFromVan(stop)
    .filter(({ partId, quantity }) => (day?.stock.find((level) => level.partId === partId)?.quantity ?? 0) < quantity)
    .map(({ partId }) => day?.parts.find((part) => part.id === partId)?.name ?? partId);
