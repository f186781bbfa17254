import type { MutationName } from '../../shared/model/mutation.ts';
import { fileKey, LocalStore, type NewFile } from './local-store.ts';
import { readMarker, removeMarker, setMarker, type KeptMarker } from './kept-marker.ts';
import type { Contents, MutationArgs } from './kept.ts';
import { leadWhenAlone } from './leader.ts';
import { deletePhoneDatabase, openPhoneDatabase, otherOwners } from './phone-database.ts';
import { SyncClient, type Trouble } from './sync-client.ts';
import type { SyncServer } from './sync-server.ts';

export interface PhoneSyncDeps {
  /** Whose phone it is; nobody else's data is opened. */
  readonly owner: string;
  readonly server: SyncServer;
  readonly schemaVersion: number;
  readonly deviceNow: () => number;
  readonly newClientId: () => string;
  /** Outside of the database: tells when that was lost. */
  readonly marker: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Between the tabs of this browser. */
  readonly tabs: Tabs;
  readonly locks?: Pick<LockManager, 'request'> | undefined;
}

/** A BroadcastChannel, as far as it is used. */
export interface Tabs {
  postMessage(call: Call): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<Call>) => void): void;
}

/** What the page is told, every time something changes. */
export interface PhoneNews {
  readonly contents: Contents;
  readonly trouble: Trouble | undefined;
  readonly syncing: boolean;
}

type Call = 'changed' | 'sync' | 'wiped';

/**
 * The phone's data and their way to and fro. One tab carries the queue; the others keep what is done in them in the same
 * database and call the first.
 */
export class PhoneSync {
  /** What the browser threw away before this start, where it did. */
  readonly lost: KeptMarker | undefined;
  readonly #deps: PhoneSyncDeps;
  readonly #store: LocalStore;
  readonly #client: SyncClient;
  #news: PhoneNews;
  #listeners: ((news: PhoneNews) => void)[] = [];
  #leads = false;
  #running: Promise<void> | undefined;
  #again = false;

  private constructor(deps: PhoneSyncDeps, store: LocalStore, contents: Contents, lost: KeptMarker | undefined) {
    this.#deps = deps;
    this.#store = store;
    this.lost = lost;
    this.#news = { contents, trouble: undefined, syncing: false };
    const { server, deviceNow, newClientId } = deps;
    this.#client = new SyncClient({ store, server, deviceNow, newClientId, onChange: () => this.#changed() });
  }

  static async open(deps: PhoneSyncDeps): Promise<PhoneSync> {
    await forgetOthers(deps.owner);
    const store = new LocalStore(await openPhoneDatabase(deps.owner));
    const { fresh } = await store.begin(deps.newClientId);
    const marker = readMarker(deps.marker, deps.owner);
    const sync = new PhoneSync(deps, store, await store.contents(), fresh ? marker : undefined);
    sync.#mark();
    deps.tabs.addEventListener('message', (event) => void sync.#hear(event));
    leadWhenAlone(`fieldline-sync-${deps.owner}`, () => sync.#lead(), deps.locks);
    return sync;
  }

  get news(): PhoneNews {
    return this.#news;
  }

  /** Answers how to stop listening. */
  listen(listener: (news: PhoneNews) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => (this.#listeners = this.#listeners.filter((one) => one !== listener));
  }

  /** Keeps a change; once this is done it survives whatever happens to page and phone. It goes up by itself. */
  async record(
    name: MutationName,
    args: MutationArgs,
    more: { baseVersion?: number; file?: NewFile } = {},
  ): Promise<void> {
    const { schemaVersion, deviceNow } = this.#deps;
    const recordedAt = new Date(deviceNow()).toISOString();
    const base = more.baseVersion === undefined ? {} : { baseVersion: more.baseVersion };
    await this.#store.record({ name, args, ...base, recordedAt, schemaVersion }, more.file);
    await this.#changed();
    void this.sync();
  }

  /** Sends and asks now; in another tab where that one leads. Done when this tab is through with it. */
  async sync(): Promise<void> {
    if (!this.#leads) return this.#call('sync');
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** A refused change once more, as a new one. */
  async retry(resultId: number): Promise<void> {
    const kept = this.#news.contents.results.find(({ id }) => id === resultId);
    if (!kept) return;
    const { name, args } = kept.mutation;
    await this.#store.dismiss(resultId);
    const key = fileKey(args.appointmentId, String(args['contentHash']));
    await this.#store.markFile(key, 'unsent');
    await this.record(name, args);
  }

  async dismiss(resultId: number): Promise<void> {
    await this.#store.dismiss(resultId);
    await this.#changed();
  }

  async retryFile(key: string): Promise<void> {
    await this.#store.markFile(key, 'unsent');
    await this.#changed();
    void this.sync();
  }

  async giveUpFile(key: string): Promise<void> {
    await this.#store.giveUpFile(key);
    await this.#changed();
  }

  bytesOf(key: string): Promise<ArrayBuffer | undefined> {
    return this.#store.bytesOf(key);
  }

  /** Nothing of the technician stays on this device; for signing out. */
  async wipe(): Promise<void> {
    this.#leads = false;
    await this.#running;
    this.#call('wiped');
    this.#store.close();
    removeMarker(this.#deps.marker, this.#deps.owner);
    await deletePhoneDatabase(this.#deps.owner);
  }

  #lead(): void {
    this.#leads = true;
    void this.sync();
  }

  async #run(): Promise<void> {
    while (this.#again && this.#leads) {
      this.#again = false;
      this.#tell({ syncing: true });
      const trouble = await this.#client.sync();
      this.#tell({ syncing: false, trouble });
    }
  }

  async #changed(): Promise<void> {
    await this.#readAnew();
    this.#call('changed');
  }

  async #readAnew(): Promise<void> {
    this.#tell({ contents: await this.#store.contents() });
    this.#mark();
  }

  #tell(news: Partial<PhoneNews>): void {
    this.#news = { ...this.#news, ...news };
    for (const listener of this.#listeners) listener(this.#news);
  }

  #mark(): void {
    const { marker, owner, deviceNow } = this.#deps;
    const { installation, outbox, files } = this.#news.contents;
    const unsent = [...outbox, ...files].filter(({ state }) => state === 'unsent').length;
    setMarker(marker, owner, { clientId: installation.clientId, unsent, at: deviceNow() });
  }

  #call(call: Call): void {
    this.#deps.tabs.postMessage(call);
  }

  async #hear({ data }: MessageEvent<Call>): Promise<void> {
    if (data === 'wiped') return this.#store.close();
    if (data === 'changed') return this.#readAnew();
    if (this.#leads) return this.sync();
  }
}

/** Another technician had this device and did not sign out: his day goes, and all where nothing of it is unsent. */
const forgetOthers = async (owner: string): Promise<void> => {
  for (const other of await otherOwners(owner)) {
    const store = new LocalStore(await openPhoneDatabase(other));
    const hasUnsent = await store.wipeButUnsent();
    store.close();
    if (!hasUnsent) await deletePhoneDatabase(other);
  }
};
