import {
  latestPositionSchema,
  positionFix,
  type LatestPosition,
  type PositionFix,
} from '../../shared/model/position-fix.ts';
import { boston, homeTerritoryId } from './a-territory.ts';
import { anId } from './an-id.ts';

/** A good fix in the middle of Boston on Tuesday at 10:00. */
export const aFix = (changes: Partial<PositionFix> = {}): PositionFix =>
  positionFix.parse({ at: '2026-05-12T14:00:00.000Z', location: boston, accuracyMetres: 8, ...changes });

/** The newest fix of a technician, as it is kept. */
export const aPosition = (changes: Partial<LatestPosition> = {}): LatestPosition =>
  latestPositionSchema.parse({
    technicianId: anId('technician'),
    territoryId: homeTerritoryId,
    fix: aFix(),
    receivedAt: '2026-05-12T14:00:01.000Z',
    ...changes,
  });
