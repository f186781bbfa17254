import type { Pickup } from '../../../shared/model/pickup.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from './console-state.svelte.ts';

/** What is fetched on the way, where and when, e.g. fetches 2 × Valve at Depot North, 08:40. */
export const pickupWords = (
  { catalogue, format }: Pick<ConsoleState, 'catalogue' | 'format'>,
  pickup: Pickup,
): string => {
  const { partId, quantity, stockLocationName: place, plannedStartAt, takenAt } = pickup;
  const name = catalogue.parts.get(partId)?.name ?? partId;
  const when = format.time(takenAt ?? plannedStartAt);
  return t(takenAt === undefined ? 'pickup.planned' : 'pickup.taken', { quantity, name, place, when });
};
