import { territoryGaps, type TerritoryGap } from '../../../shared/geo/territory/territory-gaps.ts';
import { territoryOverlaps, type TerritoryOverlap } from '../../../shared/geo/territory/territory-overlaps.ts';
import type { Area } from '../../../shared/model/place.ts';

export type BorderFinding =
  | ({ readonly kind: 'overlap'; readonly id: string } & TerritoryOverlap)
  | ({ readonly kind: 'gap'; readonly id: string } & TerritoryGap);

/** What is wrong between territories, overlaps first. */
export const borderChecks = (areas: readonly { readonly id: string; readonly area: Area }[]): BorderFinding[] => [
  ...territoryOverlaps(areas).map((one) => ({ kind: 'overlap' as const, id: one.territoryIds.join(), ...one })),
  ...territoryGaps(areas).map((one, i) => ({ kind: 'gap' as const, id: `gap ${i}`, ...one })),
];
