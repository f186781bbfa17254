import { TransactionCanceledException, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Item } from './entity.ts';
import type { Table } from './table-client.ts';

/** A write whose condition did not hold: its place among the writes, and the item that stood there. */
export interface RefusedWrite {
  readonly at: number;
  readonly item?: Item;
}
interface Patience {
  readonly random: () => number;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** DynamoDB's limit of one transaction. */
export const mostActions = 100;
const attempts = 6;
/** Reasons that pass by themselves: another transaction held an item, or the partition was busy. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Commits one transaction, tries again with jitter while others are in its way, and returns the writes that a condition refused. */
export const transactOrSay = async (
  table: Table,
  writes: readonly TransactWriteItem[],
  { random, pause = waitFor }: Patience,
): Promise<readonly RefusedWrite[] | undefined> => {
  if (writes.length > mostActions) throw new Error(`A transaction takes ${mostActions} writes, not ${writes.length}`);
  if (writes.length === 0) return undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      await table.transact(writes);
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const refused = refusedOf(error);
      if (refused.length > 0) return refused;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      if (attempt === attempts || !codes.some((code) => passing.has(code))) throw error;
      await pause(random() * 25 * 2 ** attempt);
    }
  }
};

const refusedOf = ({ CancellationReasons = [] }: TransactionCanceledException): RefusedWrite[] =>
  CancellationReasons.flatMap(({ Code, Item }, at) =>
    Code === 'ConditionalCheckFailed' ? [{ at, ...(Item && { item: Item }) }] : [],
  );

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
