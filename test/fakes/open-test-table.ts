import { CreateTableCommand, type ConsumedCapacity, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemOf, type Entity } from '../../functions/store/entity.ts';
import { leanClient } from '../../functions/store/lean-client.ts';
import { createTable, type Table } from '../../functions/store/table-client.ts';
import { createTableInput } from '../../functions/store/table.ts';
import { serveCounted } from './serve-counted.ts';
import type { SdkRequestHandler } from '../../infra/local/table-engine/sdk-request-handler.ts';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';

/** The real store on the embedded engine, in a folder of its own that goes with it. */
export interface TestTable {
  readonly table: Table;
  /** For tests that come between the table's calls. */
  readonly client: DynamoDBClient;
  /** For tests that come between the client and the engine. */
  readonly engine: SdkRequestHandler;
  /** What was consumed since the last time this was asked, by operation. */
  consumed(): Record<string, number>;
  /** The stream's records since the last time this was asked, as Lambda hands them over. */
  changes(): Promise<DynamoDBStreamEvent>;
  /** Puts things there as they are. */
  keep<Value extends Ref, Ref>(entity: Entity<Value, Ref>, tenantId: string, ...values: Value[]): Promise<void>;
  /** Serves the table on a loopback port, for programs outside of this process. */
  listen(): Promise<{ url: string; close(): Promise<void> }>;
  close(): Promise<void>;
}

export const openTestTable = async (tableName = 'fieldline-test'): Promise<TestTable> => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldline-table-'));
  const engine = await openTableEngine({ folder });
  const client = leanClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: engine.requestHandler(),
  });
  await client.send(new CreateTableCommand(createTableInput(tableName)));
  let units: Record<string, number> = {};
  const tell = (operation: string, capacities: readonly ConsumedCapacity[]) => {
    const sum = capacities.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
    units[operation] = (units[operation] ?? 0) + sum;
  };
  const table = createTable({ client, tableName, onConsumed: tell });
  let seen = '';
  return {
    table,
    client,
    engine: engine.requestHandler(),
    consumed: () => {
      const told = units;
      units = {};
      return told;
    },
    changes: async () => {
      const Records = await engine.stream(tableName).read(seen, 10_000);
      seen = Records.at(-1)?.dynamodb?.SequenceNumber ?? seen;
      return { Records };
    },
    keep: async (entity, tenantId, ...values) => {
      for (const value of values) {
        const Item = itemOf(entity, tenantId, value);
        await table.transact([{ Put: { TableName: tableName, Item } }]);
      }
    },
    listen: () => serveCounted(engine, tell),
    close: async () => {
      await engine.close();
      client.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
