import { marshall } from '@aws-sdk/util-dynamodb';
import { latestPositionEntity, type KeptPosition } from './entities/latest-position.ts';
import { dataAttribute, itemOf } from './entity.ts';
import type { Table } from './table-client.ts';
import { tableDefinition } from './table.ts';

const absent = `attribute_not_exists(${tableDefinition.partitionKey})`;

/** Keeps a position as the latest unless a newer one stands there; says whether it did. */
export const keepLatestPosition = (table: Table, tenantId: string, latest: KeptPosition): Promise<boolean> =>
  table.put(itemOf(latestPositionEntity, tenantId, latest), newerThanKept(latest));

/** The guard: of two batches that race the newer fix stays, whichever comes last. */
const newerThanKept = ({ fix }: KeptPosition) => ({
  ConditionExpression: `${absent} OR #data.#fix.#at < :at`,
  ExpressionAttributeNames: { '#data': dataAttribute, '#fix': 'fix', '#at': 'at' },
  ExpressionAttributeValues: marshall({ ':at': fix.at }),
});

/** Notes a suspect fix beside a latest position that stays as it is. */
export const keepSuspect = (table: Table, tenantId: string, latest: KeptPosition): Promise<boolean> =>
  table.put(itemOf(latestPositionEntity, tenantId, latest), {
    ...newerThanKept(latest),
    ConditionExpression: '#data.#fix.#at = :at',
  });
