import type { Item } from './attribute-value.ts';
import { cancelled, type Reason, reasonOf } from './cancelled-transaction.ts';
import { CapacityMeter, readUnits } from './capacity.ts';
import { checkKeyParts } from './check-keys.ts';
import { decideCheck, decideDelete, decidePut, decideUpdate, type Decision } from './decide-write.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { rowsOfChange } from './item-writer.ts';
import { itemSizeBytes } from './item-size.ts';
import { parseActions } from './parse-actions.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import { requestDigest, tokenRows, tokenSeen } from './request-token.ts';
import { itemRow } from './row-keys.ts';
import type { TransactWriteAction, TransactWriteRequest } from './wire-requests.ts';
import { validationError } from './wire-error.ts';

/** Transactional reads and writes cost twice. */
const FACTOR = 2;
const LARGEST_TRANSACTION_BYTES = 4 * 2 ** 20;

export const transactWriteItems: Operation = async (core, body) => {
  const digest = requestDigest(body);
  const request = parseActions<TransactWriteRequest>(['Put', 'Update', 'Delete', 'ConditionCheck'], body);
  const meter = new CapacityMeter();
  try {
    const repeated = tokenSeen(core, request.ClientRequestToken, digest);
    const kind = repeated ? 'Read' : 'Write';
    await (repeated ? reread(core, request, meter) : writeAll(core, request, digest, meter));
    const ConsumedCapacity = meter.report(request.ReturnConsumedCapacity, kind);
    return ConsumedCapacity ? { ConsumedCapacity } : {};
  } catch (refusal) {
    await core.store.settled();
    throw refusal;
  }
};

/** One synchronous turn: every action is decided on the same state, then all rows are committed as one. */
function writeAll(
  core: EngineCore,
  request: TransactWriteRequest,
  digest: string,
  meter: CapacityMeter,
): Promise<void> {
  const decisions = decideAll(core, request.TransactItems);
  const rows = decisions.flatMap(({ table, row, change }) => {
    const written = rowsOfChange(table, row, change, core.streams, meter, FACTOR);
    return change.before === change.after ? [] : written;
  });
  return core.store.commit([...rows, ...tokenRows(core, request.ClientRequestToken, digest)]);
}

/** A repeated token does nothing; AWS charges it as the reading of its items. */
function reread(core: EngineCore, request: TransactWriteRequest, meter: CapacityMeter): Promise<void> {
  for (const action of request.TransactItems) {
    const { TableName } = action.Put ?? action.Update ?? action.Delete ?? action.ConditionCheck ?? { TableName: '' };
    meter.add(TableName, FACTOR * readUnits(action.Put ? itemSizeBytes(action.Put.Item) : 0, true));
  }
  return core.store.settled();
}

function decideAll(core: EngineCore, actions: TransactWriteAction[]): Decision[] {
  refuseSecondAction(core, actions);
  const decisions: Decision[] = [];
  const reasons = actions.map((action): Reason => {
    try {
      decisions.push(decideOne(core, action));
      return { Code: 'None' };
    } catch (refusal) {
      return reasonOf(refusal);
    }
  });
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
  const bytes = decisions.reduce((sum, { change }) => sum + (change.after ? itemSizeBytes(change.after) : 0), 0);
  if (bytes > LARGEST_TRANSACTION_BYTES)
    throw validationError('Collection size of items in transaction exceeded limit of 4 MB');
  return decisions;
}

function refuseSecondAction(core: EngineCore, actions: TransactWriteAction[]): void {
  const rows = actions.flatMap(({ Put, Update, Delete, ConditionCheck }) => {
    const at = Update ?? Delete ?? ConditionCheck;
    const row = Put ? rowIfValid(core, Put.TableName, Put.Item) : at && rowIfValid(core, at.TableName, at.Key);
    return row ?? [];
  });
  refuseDuplicates(rows, 'Transaction request cannot include multiple operations on one item');
}

// A key that does not fit is a reason for its own action, later.
function rowIfValid(core: EngineCore, tableName: string, item: Item): string | undefined {
  const table = core.catalog.get(tableName);
  return isRefused(() => checkKeyParts(table.key, item)) ? undefined : itemRow(table, item);
}

function isRefused(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

function decideOne(core: EngineCore, action: TransactWriteAction): Decision {
  if (action.Put) return decidePut(core, action.Put);
  if (action.Update) return decideUpdate(core, action.Update);
  if (action.Delete) return decideDelete(core, action.Delete);
  if (action.ConditionCheck) return decideCheck(core, action.ConditionCheck);
  throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
}
