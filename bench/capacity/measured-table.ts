import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { idMaker, type NewId } from '../../functions/platform/ids.ts';
import { createTable, type Table } from '../../functions/store/table-client.ts';
import { createTableInput } from '../../functions/store/table.ts';
import type { DemoCompany } from '../../infra/local/demo/company.ts';
import { openDemonstration } from '../../infra/local/demo/seed.ts';
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
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};
