import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { PhoneSync, type PhoneSyncDeps, type Tabs } from '../../../web/sync/phone-sync.ts';
import { MemoryStorage } from '../api/memory-storage.ts';
import { ASyncServer } from './a-sync-server.ts';

/** A phone with an empty memory, its clock half a year behind the server's. */
export const aPhone = (given: Partial<PhoneSyncDeps> = {}) => {
  globalThis.indexedDB = new IDBFactory();
  const server = new ASyncServer();
  let clients = 0;
  const deps: PhoneSyncDeps = {
    owner: 'te_1',
    server,
    schemaVersion: 3,
    deviceNow: () => Date.parse('2025-11-12T14:00:00.000Z'),
    newClientId: () => `client-${(clients += 1)}`,
    marker: new MemoryStorage(),
    tabs: new Tab([]),
    locks: undefined,
    ...given,
  };
  return { server, deps, open: (more: Partial<PhoneSyncDeps> = {}) => PhoneSync.open({ ...deps, ...more }) };
};

/** One end of a channel between the tabs of a browser. */
export class Tab implements Tabs {
  readonly #all: Tab[];
  readonly #hear: ((event: MessageEvent) => void)[] = [];

  constructor(all: Tab[]) {
    this.#all = all;
    all.push(this);
  }

  postMessage(data: unknown): void {
    for (const tab of this.#all)
      if (tab !== this) for (const hear of tab.#hear) hear(new MessageEvent('message', { data }));
  }

  addEventListener(_type: string, hear: (event: MessageEvent) => void): void {
    this.#hear.push(hear);
  }
}
