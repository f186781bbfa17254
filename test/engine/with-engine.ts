import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTableEngine, type TableEngine } from '../../infra/local/table-engine/table-engine.ts';

/** A folder for one test, gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An engine of its own for one test. */
export function withEngine<T>(use: (engine: TableEngine, clock: Clock) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const clock = { ms: Date.parse('2026-11-02T08:00:00Z') };
    const engine = await openTableEngine({ folder, now: () => clock.ms });
    try {
      return await use(engine, clock);
    } finally {
      await engine.close();
    }
  });
}

/** The test's time, set by hand. */
export interface Clock {
  ms: number;
}

/** The SDK's client on an engine in this process. */
export function clientOf(engine: TableEngine): DynamoDBClient {
  return new DynamoDBClient({
    requestHandler: engine.requestHandler(),
    region: 'local',
    endpoint: 'http://127.0.0.1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}
