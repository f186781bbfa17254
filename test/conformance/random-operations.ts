import type { AttributeValue, Item } from '../../infra/local/table-engine/attribute-value.ts';
import type { Step } from '../engine/replay-step.ts';
import type { Random } from './random.ts';
import { Placeholders, randomCondition, randomPath, randomUpdate } from './random-expressions.ts';
import { randomAttributes, randomValue } from './random-values.ts';

const PARTITIONS = ['p', 'q', 'r'];
const SORTS = ['1', '2', '3', '10', 'a', 'ä', '🚐'];
const IDS = ['1', '2', '10', '-3', '1.5', '0'];
const GROUPS = ['x', 'y', 'ä'];

/** Makes the steps of one run; what they touch is few keys, so that conditions, indexes and returns have work to do. */
export class RandomOperations {
  private readonly random: Random;
  private readonly composite: string;
  private readonly lone: string;
  private readonly transactions: Step[] = [];
  private tokens = 0;

  constructor(random: Random, suffix: string) {
    this.random = random;
    this.composite = `composite-${suffix}`;
    this.lone = `lone-${suffix}`;
  }

  next(): Step {
    const makers: [number, () => Step][] = [
      [18, () => this.put()],
      [26, () => this.update()],
      [8, () => this.remove()],
      [8, () => this.get()],
      [12, () => this.query()],
      [5, () => this.scan()],
      [4, () => this.batchWrite()],
      [4, () => this.batchGet()],
      [12, () => this.transactWrite()],
      [3, () => this.transactGet()],
    ];
    let left = this.random.below(makers.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of makers) if ((left -= weight) < 0) return make();
    throw new Error('weights do not add up');
  }

  private table(): string {
    return this.random.chance(0.85) ? this.composite : this.lone;
  }

  private key(table: string): Item {
    const key = this.goodKey(table);
    if (this.random.chance(0.993)) return key;
    return this.random.pick<Item>([{ ...key, more: { S: 'x' } }, { pk: { S: 'p' } }, { ...key, pk: { S: '' } }, {}]);
  }

  private goodKey(table: string): Item {
    if (table === this.lone) return { id: { N: this.random.pick(IDS) } };
    return { pk: { S: this.random.pick(PARTITIONS) }, sk: { S: this.random.pick(SORTS) } };
  }

  private item(table: string): Item {
    const item = { ...this.key(table), ...randomAttributes(this.random) };
    const set = (name: string, probability: number, value: AttributeValue) => {
      if (this.random.chance(probability)) item[name] = this.random.chance(0.01) ? randomValue(this.random) : value;
    };
    set('g1', 0.6, { S: this.random.pick(GROUPS) });
    set('g2', 0.6, { N: this.random.pick(IDS) });
    if (table === this.lone) set('b1', 0.6, { B: this.random.pick(['YQ==', 'YWI=', 'Yg==']) });
    return item;
  }

  private conditionOf(holders: Placeholders, probability = 0.4): Record<string, unknown> {
    if (!this.random.chance(probability)) return {};
    const onFailure = this.random.chance(0.5) && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    return { ConditionExpression: randomCondition(this.random, holders), ...onFailure };
  }

  private returning(choices: readonly string[]): Record<string, unknown> {
    return {
      ...(this.random.chance(0.6) && { ReturnValues: this.random.pick(choices) }),
      ...(this.random.chance(0.3) && { ReturnConsumedCapacity: this.random.pick(['TOTAL', 'INDEXES']) }),
    };
  }

  private putBody(): Record<string, unknown> {
    const TableName = this.table();
    const holders = new Placeholders();
    return { TableName, Item: this.item(TableName), ...this.conditionOf(holders), ...holders.fields() };
  }

  private updateBody(): Record<string, unknown> {
    const TableName = this.table();
    const holders = new Placeholders();
    const index = TableName === this.composite && this.random.chance(0.15);
    const UpdateExpression = index
      ? `SET ${holders.path('#g')} = ${holders.value({ S: this.random.pick(GROUPS) })} REMOVE g2`
      : randomUpdate(this.random, holders);
    return {
      TableName,
      Key: this.key(TableName),
      UpdateExpression,
      ...this.conditionOf(holders, 0.25),
      ...holders.fields(),
    };
  }

  private removeBody(probability = 0.4): Record<string, unknown> {
    const TableName = this.table();
    const holders = new Placeholders();
    return { TableName, Key: this.key(TableName), ...this.conditionOf(holders, probability), ...holders.fields() };
  }

  private put(): Step {
    return { target: 'PutItem', body: { ...this.putBody(), ...this.returning(['NONE', 'ALL_OLD', 'ALL_OLD']) } };
  }

  private update(): Step {
    const body = this.updateBody();
    const choices = ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'];
    return { target: 'UpdateItem', body: { ...body, ...this.returning(choices) } };
  }

  private remove(): Step {
    return { target: 'DeleteItem', body: { ...this.removeBody(), ...this.returning(['NONE', 'ALL_OLD']) } };
  }

  private projection(holders: Placeholders): Record<string, unknown> {
    if (!this.random.chance(0.4)) return {};
    const paths = Array.from({ length: 1 + this.random.below(3) }, () => randomPath(this.random, holders));
    const heads = new Set(paths.map((path) => path.split(/[.[]/)[0]));
    // Paths that overlap are refused: mostly one is kept then.
    const kept = heads.size === paths.length || this.random.chance(0.1) ? paths : paths.slice(0, 1);
    return { ProjectionExpression: kept.join(', ') };
  }

  private getBody(): Record<string, unknown> {
    const TableName = this.table();
    const holders = new Placeholders();
    return { TableName, Key: this.key(TableName), ...this.projection(holders), ...holders.fields() };
  }

  private get(): Step {
    const ConsistentRead = this.random.chance(0.5);
    return { target: 'GetItem', body: { ...this.getBody(), ConsistentRead, ReturnConsumedCapacity: 'TOTAL' } };
  }

  private filter(holders: Placeholders): Record<string, unknown> {
    return this.random.chance(0.3) ? { FilterExpression: randomCondition(this.random, holders, 1) } : {};
  }

  private query(): Step {
    const holders = new Placeholders();
    const [TableName, IndexName, hash, values, sort, sorts] = this.random.pick<
      [string, string | undefined, string, AttributeValue[], string?, AttributeValue[]?]
    >([
      [this.composite, undefined, 'pk', texts(PARTITIONS), 'sk', texts(SORTS)],
      [this.composite, undefined, 'pk', texts(PARTITIONS), 'sk', texts(SORTS)],
      [this.composite, 'all', 'g1', texts(GROUPS), 'g2', numbers(IDS)],
      [this.composite, 'keys', 'g2', numbers(IDS)],
      [this.composite, 'some', 'g1', texts(GROUPS), 'sk', texts(SORTS)],
      [this.lone, 'bytes', 'b1', [{ B: 'YQ==' }, { B: 'YWI=' }], 'id', numbers(IDS)],
      [this.lone, undefined, 'id', numbers(IDS)],
    ]);
    const holder = () => holders.value(this.random.pick(sorts ?? []));
    const condition = sort && this.random.chance(0.6) ? ` AND ${this.sortCondition(sort, holder)}` : '';
    const KeyConditionExpression = `${hash} = ${holders.value(this.random.pick(values))}${condition}`;
    const body = {
      TableName,
      ...(IndexName && { IndexName }),
      KeyConditionExpression,
      ...this.filter(holders),
      ...(IndexName ? {} : this.projection(holders)),
      ...(this.random.chance(0.3) && { ScanIndexForward: this.random.chance(0.5) }),
      ...(this.random.chance(0.3) && { Limit: 1 + this.random.below(3) }),
      ...(this.random.chance(0.1) && { Select: 'COUNT' }),
      ...holders.fields(),
    };
    if ('ProjectionExpression' in body && 'Select' in body) delete body.Select;
    return { target: 'Query', body, pages: true, ...(IndexName && (sort ? { sortedBy: sort } : { unordered: true })) };
  }

  private sortCondition(name: string, holder: () => string): string {
    switch (this.random.below(4)) {
      case 0:
        return `${name} BETWEEN ${holder()} AND ${holder()}`;
      case 1:
        return `begins_with(${name}, ${holder()})`;
      default:
        return `${name} ${this.random.pick(['=', '<', '<=', '>', '>='])} ${holder()}`;
    }
  }

  private scan(): Step {
    const holders = new Placeholders();
    const TableName = this.table();
    const IndexName = this.random.chance(0.3) ? (TableName === this.lone ? 'bytes' : 'all') : undefined;
    const body = {
      TableName,
      ...(IndexName && { IndexName }),
      ...this.filter(holders),
      ...this.projection(holders),
      ...(this.random.chance(0.3) && { Limit: 1 + this.random.below(4) }),
      ...holders.fields(),
    };
    return { target: 'Scan', body, pages: true, unordered: true };
  }

  private batchWrite(): Step {
    const writes = Array.from({ length: 1 + this.random.below(5) }, () => {
      const Item = this.item(this.composite);
      return this.random.chance(0.7) ? { PutRequest: { Item } } : { DeleteRequest: { Key: this.key(this.composite) } };
    });
    return { target: 'BatchWriteItem', body: { RequestItems: { [this.composite]: writes } } };
  }

  private batchGet(): Step {
    const holders = new Placeholders();
    const Keys = Array.from({ length: 1 + this.random.below(3) }, () => this.key(this.composite));
    const part = { Keys, ...this.projection(holders), ...holders.fields() };
    return { target: 'BatchGetItem', body: { RequestItems: { [this.composite]: part } }, unordered: true };
  }

  private transactWrite(): Step {
    if (this.transactions.length > 0 && this.random.chance(0.1)) return this.repeated();
    const TransactItems = this.random.chance(0.04) ? this.twicePut() : this.actions();
    const token = this.random.chance(0.3) ? { ClientRequestToken: `${this.composite}-${this.tokens++}` } : {};
    const detail = this.random.chance(0.3) ? { ReturnConsumedCapacity: 'INDEXES' } : {};
    const step = { target: 'TransactWriteItems', body: { TransactItems, ...token, ...detail } };
    if ('ClientRequestToken' in token) this.transactions.push(step);
    return step;
  }

  /** Actions on different items: DynamoDB Local finds a second action on one item too late, when conditions fail. */
  private actions(): Record<string, unknown>[] {
    const seen = new Set<string>();
    return Array.from({ length: 1 + this.random.below(4) }, () => this.action()).filter((action) => {
      const [{ TableName, Key, Item }] = Object.values(action) as [{ TableName: string; Key?: Item; Item?: Item }];
      const { pk, sk, id } = Key ?? Item ?? {};
      const name = JSON.stringify([TableName, pk, sk, id]);
      return !seen.has(name) && seen.add(name);
    });
  }

  private twicePut(): Record<string, unknown>[] {
    const Put = { TableName: this.lone, Item: this.goodKey(this.lone) };
    return [{ Put }, { Put }];
  }

  /** An earlier request once more, sometimes changed under its old token. */
  private repeated(): Step {
    const { body } = this.random.pick(this.transactions);
    if (this.random.chance(0.6)) return { target: 'TransactWriteItems', body };
    return { target: 'TransactWriteItems', body: { ...body, TransactItems: [this.action()] } };
  }

  private action(): Record<string, unknown> {
    switch (this.random.below(4)) {
      case 0:
        return { Put: this.putBody() };
      case 1:
        return { Delete: this.removeBody() };
      case 2:
        return { ConditionCheck: this.removeBody(1) };
      default:
        return { Update: this.updateBody() };
    }
  }

  private transactGet(): Step {
    const TransactItems = Array.from({ length: 1 + this.random.below(3) }, () => ({ Get: this.getBody() }));
    return { target: 'TransactGetItems', body: { TransactItems, ReturnConsumedCapacity: 'TOTAL' } };
  }
}

const texts = (values: string[]): AttributeValue[] => values.map((S) => ({ S }));
const numbers = (values: string[]): AttributeValue[] => values.map((N) => ({ N }));
