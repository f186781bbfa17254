import type { Timeline } from '../insertion-service/timeline.ts';
import { placeIf, proposed, type ChangeKind } from './change-search.ts';

/** Somebody must bring the parts to the van: as bad as half an hour of travel. */
const partsPrice = 1800;

/** Where nothing but parts is lacking on the van. */
export const changeParts: ChangeKind = ({ timelines, stop, rules }) =>
  timelines.flatMap((timeline) => {
    const parts = stop.parts.flatMap(({ partId, quantity }) => {
      const lacking = quantity - Math.max(0, timeline.spareParts.get(partId) ?? 0);
      return lacking > 0 ? [{ partId, quantity: lacking }] : [];
    });
    if (parts.length === 0) return [];
    const stocked: Timeline = {
      ...timeline,
      spareParts: new Map([...timeline.spareParts, ...stop.parts.map((each) => [each.partId, each.quantity] as const)]),
    };
    const found = placeIf(stocked, stop, rules);
    return found ? [proposed({ kind: 'parts', parts }, found, partsPrice)] : [];
  });
