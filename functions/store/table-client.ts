import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type ConsumedCapacity,
  type DynamoDBClient,
  type PutItemCommandInput,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { keyOf, readItem, type Entity, type Item } from './entity.ts';
import { partitionOf } from './keys.ts';
import { tableDefinition, type IndexName } from './table.ts';

/** Which items: one partition of the table or of an index, and what their sort keys begin with or lie after. */
export interface Question {
  readonly tenantId: string;
  readonly index?: IndexName;
  readonly partition: readonly string[];
  readonly beginsWith?: string;
  readonly after?: string;
  readonly newestFirst?: boolean;
  /** Sees every write that was acknowledged before, at twice the price; indexes cannot. */
  readonly consistent?: boolean;
}
export interface ItemPage {
  readonly items: readonly Item[];
  /** The last key read, where there is more. */
  readonly lastKey?: Item;
}

export type PutCondition = Pick<
  PutItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** The table as the store speaks with it; the only place where DynamoDB is called. */
export interface Table {
  get<Value, Ref>(
    entity: Entity<Value, Ref>,
    tenantId: string,
    ref: Ref,
    read?: 'eventually',
  ): Promise<Value | undefined>;
  getMany<Value, Ref>(entity: Entity<Value, Ref>, tenantId: string, refs: readonly Ref[]): Promise<Value[]>;
  page(question: Question, limit: number, startKey?: Item): Promise<ItemPage>;
  /** Every item of a bounded partition, page by page to the end or to `limit`. */
  all(question: Question, limit?: number): Promise<readonly Item[]>;
  transact(actions: readonly TransactWriteItem[]): Promise<void>;
  /** Writes one item by itself, at half of a transaction's price; false where the condition did not hold. */
  put(item: Item, condition: PutCondition): Promise<boolean>;
  readonly name: string;
}

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Told what each call consumed; asked for only where someone listens. */
  readonly onConsumed?: (operation: string, consumed: readonly ConsumedCapacity[]) => void;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export const createTable = ({ client, tableName, onConsumed, pause = waitFor }: TableOptions): Table => {
  const reporting = onConsumed ? { ReturnConsumedCapacity: 'INDEXES' as const } : {};
  const tell = (operation: string, consumed: ConsumedCapacity | ConsumedCapacity[] | undefined): void =>
    onConsumed?.(operation, consumed === undefined ? [] : Array.isArray(consumed) ? consumed : [consumed]);

  const page: Table['page'] = async (question, limit, startKey) => {
    const command = new QueryCommand({
      TableName: tableName,
      ...conditionOf(question),
      Limit: limit,
      ...(startKey && { ExclusiveStartKey: startKey }),
      ...reporting,
    });
    const answer = await client.send(command);
    tell('Query', answer.ConsumedCapacity);
    const items = await wholeItems(question, answer.Items ?? []);
    return { items, ...(answer.LastEvaluatedKey && { lastKey: answer.LastEvaluatedKey }) };
  };

  /** Where the index holds keys alone the items are read from the table; what has left the partition meanwhile is left out. */
  const wholeItems = async (question: Question, found: readonly Item[]): Promise<readonly Item[]> => {
    const index = indexOf(question);
    if (index?.projection !== 'KEYS_ONLY') return found;
    const keys = found.map((item) => pick(item, tableDefinition.partitionKey, tableDefinition.sortKey));
    const items = (await Promise.all(chunksOf(keys, 100).map(readKeys))).flat();
    const present = new Map(items.map((item) => [addressOf(item), item]));
    const partition = partitionOf(question.tenantId, ...question.partition);
    return keys
      .map((key) => present.get(addressOf(key)))
      .filter((item) => item !== undefined)
      .filter((item) => item[index.partitionKey]?.S === partition);
  };

  const readKeys = async (keys: readonly Item[]): Promise<Item[]> => {
    const found: Item[] = [];
    let open = [...keys];
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt > 8) throw new Error(`The table left ${open.length} keys unread after ${attempt} attempts`);
      if (attempt > 0) await pause(20 * 2 ** attempt);
      const command = new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: open } }, ...reporting });
      const answer = await client.send(command);
      tell('BatchGetItem', answer.ConsumedCapacity);
      found.push(...(answer.Responses?.[tableName] ?? []));
      open = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
    return found;
  };

  return {
    name: tableName,
    page,
    async get(entity, tenantId, ref, read) {
      const Key = keyOf(entity, tenantId, ref);
      const answer = await client.send(
        new GetItemCommand({ TableName: tableName, Key, ConsistentRead: read !== 'eventually', ...reporting }),
      );
      tell('GetItem', answer.ConsumedCapacity);
      return answer.Item && readItem(entity, answer.Item)?.value;
    },
    async getMany(entity, tenantId, refs) {
      const keys = new Map(refs.map((ref) => [JSON.stringify(entity.key(ref)), keyOf(entity, tenantId, ref)]));
      const chunks = chunksOf([...keys.values()], 100);
      const items = await Promise.all(chunks.map(readKeys));
      return items.flat().flatMap((item) => readItem(entity, item)?.value ?? []);
    },
    async all(question, limit = Number.POSITIVE_INFINITY) {
      const items: Item[] = [];
      let startKey: Item | undefined;
      do {
        const answer = await page(question, Math.min(1000, limit - items.length), startKey);
        items.push(...answer.items);
        startKey = answer.lastKey;
      } while (startKey && items.length < limit);
      return items;
    },
    async put(Item, condition) {
      try {
        const command = new PutItemCommand({ TableName: tableName, Item, ...condition, ...reporting });
        tell('PutItem', (await client.send(command)).ConsumedCapacity);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async transact(actions) {
      const command = new TransactWriteItemsCommand({ TransactItems: [...actions], ...reporting });
      tell('TransactWriteItems', (await client.send(command)).ConsumedCapacity);
    },
  };
};

const indexOf = ({ index }: Question) => tableDefinition.indexes.find(({ name }) => name === index);

const pick = (item: Item, ...names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));

/** Where an item lies, as one word. */
const addressOf = (item: Item): string =>
  JSON.stringify([item[tableDefinition.partitionKey]?.S, item[tableDefinition.sortKey]?.S]);

const conditionOf = (question: Question) => {
  const { tenantId, index, partition, beginsWith, after, newestFirst, consistent } = question;
  const keys = indexOf(question) ?? tableDefinition;
  const bound = beginsWith ?? after;
  const narrowed =
    beginsWith !== undefined ? ' AND begins_with(#sort, :bound)' : after !== undefined ? ' AND #sort > :bound' : '';
  return {
    ...(index && { IndexName: index }),
    ...(consistent && { ConsistentRead: true }),
    KeyConditionExpression: `#partition = :partition${narrowed}`,
    ExpressionAttributeNames: { '#partition': keys.partitionKey, ...(narrowed && { '#sort': keys.sortKey }) },
    ExpressionAttributeValues: {
      ':partition': { S: partitionOf(tenantId, ...partition) },
      ...(bound !== undefined && { ':bound': { S: bound } }),
    },
    ScanIndexForward: !newestFirst,
  };
};

const chunksOf = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, i) => things.slice(i * size, (i + 1) * size));

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
