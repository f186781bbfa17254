import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { leanClient } from '../../functions/store/lean-client.ts';
import { createTable, type Table } from '../../functions/store/table-client.ts';
import { localRegion } from './stand-ins/local-credentials.ts';
import { openTableEngine, type TableEngine } from './table-engine/table-engine.ts';

/** The table as it is to be made where it is missing. */
export interface TableWish {
  readonly input: CreateTableCommandInput & { readonly TableName: string };
  readonly timeToLiveAttribute: string;
}

/** The data of one machine: the engine on its folder, and the product's table in it. */
export interface LocalData {
  readonly engine: TableEngine;
  readonly table: Table;
}

/** The part of the data folder that the engine has for itself. */
export const engineFolder = (folder: string): string => join(folder, 'tables');

/** Opens the data folder, making table and folder where they are missing; one process at a time. */
export async function openData(folder: string, now: () => Date, wish: TableWish): Promise<LocalData> {
  // The SDK tells at its first use which Node it will want; that is for who deploys, not for who looks.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  await mkdir(folder, { recursive: true });
  const engine = await openEngine(folder, () => now().getTime());
  const client = leanClient({
    region: localRegion,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: engine.requestHandler(),
    // Nothing leaves the process: there is nobody to prove oneself to.
    signer: { sign: async (request) => request },
  });
  await ensureTable(client, wish);
  return { engine, table: createTable({ client, tableName: wish.input.TableName }) };
}

async function openEngine(folder: string, now: () => number): Promise<TableEngine> {
  try {
    return await openTableEngine({ folder: engineFolder(folder), now });
  } catch (fault) {
    if (!isLocked(fault)) throw fault;
    throw new Error(
      `Another Fieldline runs on ${folder}. Stop it first, or choose another folder with FIELDLINE_DATA`,
      {
        cause: fault,
      },
    );
  }
}

/** LevelDB's lock says so in the error or in its cause. */
export function isLocked(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ('code' in fault && fault.code === 'LEVEL_LOCKED') return true;
  return isLocked(fault.cause);
}

async function ensureTable(client: DynamoDBClient, { input, timeToLiveAttribute }: TableWish): Promise<void> {
  const { TableName } = input;
  try {
    await client.send(new DescribeTableCommand({ TableName }));
  } catch (fault) {
    if (!(fault instanceof ResourceNotFoundException)) throw fault;
    await client.send(new CreateTableCommand(input));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: timeToLiveAttribute };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
