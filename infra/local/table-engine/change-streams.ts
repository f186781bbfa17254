import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from './attribute-value.ts';
import { equalItems } from './compare-values.ts';
import { itemSizeBytes } from './item-size.ts';
import type { OrderedStore, Row } from './ordered-store.ts';
import { AFTER } from './row-keys.ts';
import type { TableShape } from './table-shape.ts';

/** A change of one item; text is the item's JSON, so that it is written once and used in every row. */
export interface Change {
  before: Item | undefined;
  after: Item | undefined;
  expired?: boolean;
}

// DynamoDB's sequence numbers are decimal text of 21 digits and more; a fixed width makes text order their order.
const FIRST = 10n ** 20n;

/** Gives out sequence numbers and makes stream rows; one counter per table, kept across restarts. */
export class ChangeStreams {
  private readonly store: OrderedStore;
  private readonly now: () => number;
  private readonly last = new Map<string, bigint>();

  constructor(store: OrderedStore, now: () => number) {
    this.store = store;
    this.now = now;
  }

  /** Finds the last number given out before: the newest record, or the mark that trimming left. */
  async resume(table: TableShape): Promise<void> {
    const prefix = table.rows.stream;
    const [newest] = await this.store.keys({ gte: prefix, lt: prefix + AFTER, reverse: true, limit: 1 });
    const mark = this.store.durable(`n/${prefix}`);
    const found = newest ? BigInt(newest.slice(prefix.length)) : FIRST;
    this.last.set(prefix, mark && BigInt(mark) > found ? BigInt(mark) : found);
  }

  /** The row of a change, or none when the stream is off or nothing changed. */
  rowsOf(table: TableShape, change: Change): Row[] {
    if (!table.stream) return [];
    if (change.before && change.after && equalItems(change.before, change.after)) return [];
    const sequence = (this.last.get(table.rows.stream) ?? FIRST) + 1n;
    this.last.set(table.rows.stream, sequence);
    const record = recordOf(table, table.stream, change, sequence.toString(), Math.floor(this.now() / 1000));
    return [{ key: table.rows.stream + sequence, value: JSON.stringify(record) }];
  }

  /** The last number given out. */
  latest(table: TableShape): string {
    return (this.last.get(table.rows.stream) ?? FIRST).toString();
  }

  /** The mark that keeps numbers rising when all records are gone. */
  mark(table: TableShape): Row {
    return { key: `n/${table.rows.stream}`, value: this.latest(table) };
  }
}

function recordOf(
  table: TableShape,
  stream: { viewType: string; arn: string },
  { before, after, expired }: Change,
  sequence: string,
  atSeconds: number,
): DynamoDBRecord {
  const keys: Item = {};
  const item = after ?? before ?? {};
  for (const name of table.keyNames) if (item[name]) keys[name] = item[name];
  const news = stream.viewType.startsWith('NEW') ? after : undefined;
  const olds = stream.viewType.includes('OLD') ? before : undefined;
  return {
    eventID: sequence,
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'local',
    dynamodb: {
      ApproximateCreationDateTime: atSeconds,
      Keys: keys,
      ...(news && { NewImage: news }),
      ...(olds && { OldImage: olds }),
      SequenceNumber: sequence,
      SizeBytes: itemSizeBytes(keys) + itemSizeBytes(news ?? {}) + itemSizeBytes(olds ?? {}),
      StreamViewType: stream.viewType,
    } as NonNullable<DynamoDBRecord['dynamodb']>,
    eventSourceARN: stream.arn,
    ...(expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
}
