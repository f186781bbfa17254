import describeShape from 'dynalite/validations/describeTable.js';
import { backfill } from './backfill.ts';
import { latestItem } from './decide-write.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { expirySeconds, rowsOfChange } from './item-writer.ts';
import { parseRequest } from './parse-request.ts';
import { timeText } from './row-keys.ts';
import { timeToLiveShape } from './table-shapes.ts';
import type { TableShape } from './table-shape.ts';
import { validationError } from './wire-error.ts';

interface Request {
  TableName: string;
  TimeToLiveSpecification: { Enabled: boolean; AttributeName: string };
}

export const updateTimeToLive: Operation = async (core, body) => {
  const { TableName, TimeToLiveSpecification } = parseRequest<Request>(timeToLiveShape, body);
  const { definition } = core.catalog.described(TableName);
  const { Enabled, AttributeName } = TimeToLiveSpecification;
  if (Enabled && definition.ttlAttribute !== undefined) throw validationError('TimeToLive is already enabled');
  if (!Enabled && definition.ttlAttribute === undefined) throw validationError('TimeToLive is already disabled');
  const { ttlAttribute: _old, ttlFilling: _filling, ...rest } = definition;
  await core.catalog.save(Enabled ? { ...rest, ttlAttribute: AttributeName, ttlFilling: true } : rest);
  if (Enabled) await backfill.expiries(core, TableName);
  return { TimeToLiveSpecification };
};

export const describeTimeToLive: Operation = (core, body) => {
  const { TableName } = parseRequest<{ TableName: string }>(describeShape, body);
  const AttributeName = core.catalog.described(TableName).ttlAttribute;
  const on = { TimeToLiveStatus: 'ENABLED', AttributeName };
  return { TimeToLiveDescription: AttributeName === undefined ? { TimeToLiveStatus: 'DISABLED' } : on };
};

/** DynamoDB leaves alone what expired more than five years ago: such a number is rather a mistake. */
const OLDEST_SECONDS = 5 * 365 * 24 * 3600;

/** Deletes every item whose expiry is past, with stream records like DynamoDB's own; answers how many. */
export async function sweepExpired(core: EngineCore): Promise<number> {
  let swept = 0;
  for (const table of core.catalog.all()) if (table.ttlAttribute !== undefined) swept += await sweepTable(core, table);
  return swept;
}

async function sweepTable(core: EngineCore, table: TableShape): Promise<number> {
  const prefix = table.rows.ttl;
  const nowSeconds = Math.floor(core.now() / 1000);
  let swept = 0;
  for (const key of await core.store.keys({ gte: prefix, lt: `${prefix}${timeText(nowSeconds)}/` })) {
    const row = key.slice(key.indexOf('/', prefix.length) + 1);
    // The item may have changed since: its present expiry counts, read as the next write would.
    const before = latestItem(core, row);
    const expiry = expirySeconds(table, before);
    if (expiry === undefined || expiry >= nowSeconds || expiry < nowSeconds - OLDEST_SECONDS) continue;
    void core.store.commit(rowsOfChange(table, row, { before, after: undefined, expired: true }, core.streams));
    swept += 1;
  }
  await core.store.settled();
  return swept;
}
