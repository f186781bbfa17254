import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import { latestPositionEntity, shownPosition } from '../entities/latest-position.ts';
import type { Table } from '../table-client.ts';

export const latestPositions = async (
  table: Table,
  tenantId: string,
  technicianIds: readonly string[],
): Promise<ReadonlyMap<string, LatestPosition>> => {
  const refs = technicianIds.map((technicianId) => ({ technicianId }));
  const found = await table.getMany(latestPositionEntity, tenantId, refs);
  return new Map(found.map((latest) => [latest.technicianId, shownPosition(latest)]));
};
