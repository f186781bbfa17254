import { marshall } from '@aws-sdk/util-dynamodb';
import type { LatestPosition } from '../../shared/model/position-fix.ts';
import { latestPositionEntity } from './entities/latest-position.ts';
import { positionTrailEntity, type PositionTrail } from './entities/position-trail.ts';
import { dataAttribute, itemOf } from './entity.ts';
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
