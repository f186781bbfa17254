import { answerCall } from './answer-call.ts';
import { backfill } from './backfill.ts';
import { ChangeStreams } from './change-streams.ts';
import { type Corner, openCorner } from './corner.ts';
import type { EngineCore } from './engine-core.ts';
import { serveEngine } from './engine-http.ts';
import { type EngineStream, engineStream } from './engine-stream.ts';
import { OrderedStore } from './ordered-store.ts';
import { forgetTokens } from './request-token.ts';
import { sdkRequestHandler, type SdkRequestHandler } from './sdk-request-handler.ts';
import { TableCatalog } from './table-catalog.ts';
import { sweepExpired } from './time-to-live.ts';

export type { Corner } from './corner.ts';
export type { EngineStream } from './engine-stream.ts';

export interface TableEngineOptions {
  /** Where the data lies; made when missing. One process at a time. */
  folder: string;
  /** Epoch ms, for expiry and stream times. */
  now?: () => number;
}

export interface TableEngine {
  /** For `new DynamoDBClient({ requestHandler })`: the SDK talks to the engine without a port. */
  requestHandler(): SdkRequestHandler;
  /** One wire call, decoded JSON in and out; target is like 'DynamoDB_20120810.PutItem'. */
  handle(target: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** Serves the protocol on 127.0.0.1. */
  listen(port?: number): Promise<{ url: string; close(): Promise<void> }>;
  stream(tableName: string): EngineStream;
  corner(name: string): Corner;
  /** Deletes what is past its expiry and forgets old request tokens; answers how many items went. */
  sweepExpired(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the tables of a folder; resolves when they can be used. */
export async function openTableEngine({ folder, now = Date.now }: TableEngineOptions): Promise<TableEngine> {
  const store = await OrderedStore.open(folder);
  const catalog = await TableCatalog.open(store);
  const core: EngineCore = { store, catalog, streams: new ChangeStreams(store, now), now };
  for (const table of catalog.all()) {
    await core.streams.resume(table);
    if (table.indexes.some(({ active }) => !active)) backfill.start(core, table.name);
    if (table.definition.ttlFilling) await backfill.expiries(core, table.name);
  }
  return {
    requestHandler: () => sdkRequestHandler(core),
    handle: (target, body) => answerCall(core, target, structuredClone(body)),
    listen: (port) => serveEngine(core, port),
    stream: (tableName) => engineStream(core, tableName),
    corner: (name) => openCorner(store, name),
    sweepExpired: async () => {
      await forgetTokens(core);
      return sweepExpired(core);
    },
    close: async () => {
      await catalog.cleared();
      await store.close();
    },
  };
}
