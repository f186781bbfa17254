import type { PartRequirement } from '../model/part.ts';

/** The parts of which a van carries less than is needed. */
export const missingParts = (
  requirements: readonly PartRequirement[],
  vanStock: ReadonlyMap<string, number>,
): PartRequirement[] => requirements.filter(({ partId, quantity }) => (vanStock.get(partId) ?? 0) < quantity);
