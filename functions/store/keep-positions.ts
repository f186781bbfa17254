import { marshall } from '@aws-sdk/util-dynamodb';
import type { LatestPosition, PositionFix } from '../../shared/model/position-fix.ts';
import { latestPositionEntity } from './entities/latest-position.ts';
import { positionTrailEntity, type PositionTrail } from './entities/position-trail.ts';
import { dataAttribute, itemOf, readItem } from './entity.ts';
import type { Table } from './table-client.ts';
import { tableDefinition } from './table.ts';

const absent = `attribute_not_exists(${tableDefinition.partitionKey})`;

/** Keeps a position as the latest unless a newer one stands there; says whether it did. */
export const keepLatestPosition = (table: Table, tenantId: string, latest: LatestPosition): Promise<boolean> =>
  table.put(itemOf(latestPositionEntity, tenantId, latest), {
    ConditionExpression: `${absent} OR #data.#fix.#at < :at`,
    ExpressionAttributeNames: { '#data': dataAttribute, '#fix': 'fix', '#at': 'at' },
    ExpressionAttributeValues: marshall({ ':at': latest.fix.at }),
  });

/** Keeps a batch of the trail; a stale copy of a batch never replaces one that holds more. */
export const keepTrail = (table: Table, tenantId: string, trail: PositionTrail): Promise<boolean> =>
  table.put(itemOf(positionTrailEntity, tenantId, trail), {
    ConditionExpression: `${absent} OR size(#data.#fixes) <= :fixes`,
    ExpressionAttributeNames: { '#data': dataAttribute, '#fixes': 'fixes' },
    ExpressionAttributeValues: marshall({ ':fixes': trail.fixes.length }),
  });

/** The newest fixes of the trail, in order of time, from the last few batches. */
export const recentTrail = async (table: Table, tenantId: string, technicianId: string): Promise<PositionFix[]> => {
  const partition = positionTrailEntity.key({ technicianId, firstFixAt: '' }).partition;
  const { items } = await table.page({ tenantId, partition, beginsWith: 'TRAIL#', newestFirst: true }, recentBatches);
  return items
    .flatMap((item) => readItem(positionTrailEntity, item)?.value.fixes ?? [])
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

/** A few minutes of a phone that sends every quarter of a minute. */
const recentBatches = 8;
