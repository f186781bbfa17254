import { CreateTableCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { idMaker, type NewId } from '../../functions/platform/ids.ts';
import { createTable, type Table } from '../../functions/store/table-client.ts';
import { createTableInput, tableDefinition } from '../../functions/store/table.ts';
import type { DemoCompany } from '../../infra/local/demo/company.ts';
import { openDemonstration } from '../../infra/local/demo/seed.ts';
import type { Item } from '../../infra/local/table-engine/attribute-value.ts';
import { itemSizeBytes } from '../../infra/local/table-engine/item-size.ts';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';

/** What was consumed: read units and write units apart. */
export interface Units {
  read: number;
  write: number;
}
export interface MeasuredTable {
  readonly table: Table;
  readonly company: DemoCompany;
  readonly newId: NewId;
  readonly now: string;
  /** What `work` consumes, with what it gives. */
  measure<Value>(work: () => Promise<Value>): Promise<{ units: Units; value: Value }>;
  /** The stream's records since the last time this was asked, as Lambda hands them over. */
  changes(): Promise<DynamoDBStreamEvent>;
  /** Bytes of all that is kept for good, with its copies in the indexes, as DynamoDB bills them. */
  keptBytes(): Promise<number>;
  close(): Promise<void>;
}

/** The demonstration company in a table whose consumption is counted. */
export const openMeasuredTable = async (folder: string, now: string): Promise<MeasuredTable> => {
  const engine = await openTableEngine({ folder });
  const client = new DynamoDBClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: engine.requestHandler(),
  });
  const tableName = 'fieldline';
  await client.send(new CreateTableCommand(createTableInput(tableName)));
  let units: Units = { read: 0, write: 0 };
  const table = createTable({
    client,
    tableName,
    onConsumed: (operation, consumed) => {
      const total = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      units[/^(Query|GetItem|BatchGetItem)$/.test(operation) ? 'read' : 'write'] += total;
    },
  });
  const clock = () => new Date(now);
  const newId = idMaker(clock);
  const demonstration = await openDemonstration({
    table,
    corner: engine.corner('demonstration'),
    newId,
    now: clock,
    seed: 'capacity',
  });
  await demonstration.write();
  let seen = '';
  return {
    table,
    company: demonstration.company,
    newId,
    now,
    measure: async (work) => {
      units = { read: 0, write: 0 };
      const value = await work();
      return { units, value };
    },
    changes: async () => {
      const Records = await engine.stream(tableName).read(seen, 100_000);
      seen = Records.at(-1)?.dynamodb?.SequenceNumber ?? seen;
      return { Records };
    },
    keptBytes: async () => {
      let bytes = 0;
      for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) {
        for (const item of Items) if (!item[tableDefinition.timeToLiveAttribute]) bytes += billedBytes(item as Item);
      }
      return bytes;
    },
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};

/** DynamoDB bills 100 bytes beside each item, in the table and in each index that it lies in. */
const overheadBytes = 100;

/** An item with its copies; an index of keys alone holds nearly nothing of it. */
const billedBytes = (item: Item): number => {
  const copies = tableDefinition.indexes.filter(
    ({ partitionKey, projection }) => projection === 'ALL' && item[partitionKey] !== undefined,
  );
  return (itemSizeBytes(item) + overheadBytes) * (1 + copies.length);
};
