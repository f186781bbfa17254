import { ApiProblem } from '../api/api-problem.ts';
import { NetworkDown } from '../api/network-down.ts';
import type { KeptFile, KeptMutation } from './kept.ts';
import type { LocalStore } from './local-store.ts';
import { nextBatch } from './next-batch.ts';
import type { SyncServer } from './sync-server.ts';

/** Why nothing went to and fro: no network, the sign-in has ended, the account is no technician's, the server takes the oldest change in no form, or it failed. */
export type Trouble = 'offline' | 'signed-out' | 'no-technician' | 'stuck' | 'fault';

export interface SyncClientDeps {
  readonly store: LocalStore;
  readonly server: SyncServer;
  /** The device's clock, milliseconds since the epoch; wrong as it may be. */
  readonly deviceNow: () => number;
  readonly newClientId: () => string;
  /** Something that is kept has changed. */
  readonly onChange: () => Promise<void>;
}

/** Carries the queue to the server and its view back. It may be stopped anywhere, even killed: what it had no answer for goes again, and the server takes each number once. */
export class SyncClient {
  readonly #deps: SyncClientDeps;

  constructor(deps: SyncClientDeps) {
    this.#deps = deps;
  }

  /** Everything once: changes in order, then the view, then pictures; answers what stood in the way. */
  async sync(): Promise<Trouble | undefined> {
    try {
      await this.#pushAll();
      await this.#pull();
      await this.#sendFiles();
      return undefined;
    } catch (fault) {
      return troubleOf(fault);
    }
  }

  async #pushAll(): Promise<void> {
    let most: number | undefined;
    for (;;) {
      const { installation, outbox } = await this.#deps.store.contents();
      const batch = nextBatch(outbox, most);
      if (batch.length === 0) return;
      const answer = await this.#push(installation.clientId, batch);
      if (answer === 'too-large') {
        if (batch.length === 1) throw new Stuck();
        most = Math.ceil(batch.length / 2);
      }
    }
  }

  async #push(clientId: string, batch: readonly KeptMutation[]): Promise<'taken' | 'too-large'> {
    const { server, store, deviceNow, newClientId, onChange } = this.#deps;
    const [first] = batch;
    try {
      const { lastMutationId, results } = await server.push({
        clientId,
        schemaVersion: first?.schemaVersion ?? 0,
        sentAt: new Date(deviceNow()).toISOString(),
        mutations: batch.map(({ schemaVersion: _version, state: _state, ...mutation }) => mutation),
      });
      await store.acknowledge(lastMutationId, results);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      if (fault.code === 'too-large') return 'too-large';
      if (fault.code === 'bad-input') throw new Stuck();
      if (fault.problem.reason !== 'gap') throw fault;
      await store.renumber(newClientId(), first?.id ?? 1);
    }
    await onChange();
    return 'taken';
  }

  async #pull(): Promise<void> {
    const { server, store, deviceNow, onChange } = this.#deps;
    const { installation } = await store.contents();
    const view = await server.pull(installation.clientId, installation.viewEtag);
    if (view) await store.takeView(view);
    await store.note({ syncedAt: server.now(), offsetMilliseconds: server.now() - deviceNow() });
    await onChange();
  }

  /** One after the other, after the changes that name them; one that is refused does not hold up the others. */
  async #sendFiles(): Promise<void> {
    const { store, onChange } = this.#deps;
    const { files, outbox } = await store.contents();
    const unnamed = new Set(outbox.filter(({ state }) => state === 'unsent').map(({ args }) => args['contentHash']));
    for (const file of files) {
      if (file.state !== 'unsent' || unnamed.has(file.contentHash)) continue;
      await store.markFile(file.key, await this.#sendFile(file));
      await onChange();
    }
  }

  async #sendFile(file: KeptFile): Promise<'sent' | 'refused'> {
    const { server, store } = this.#deps;
    const bytes = await store.bytesOf(file.key);
    if (!bytes) return 'refused';
    try {
      await server.send(file, bytes);
      return 'sent';
    } catch (fault) {
      if (fault instanceof ApiProblem && finalCodes.has(fault.code)) return 'refused';
      throw fault;
    }
  }
}

/** Asking again would be answered the same. */
const finalCodes: ReadonlySet<string> = new Set(['bad-input', 'not-allowed', 'not-found', 'too-large', 'wrong-state']);

class Stuck extends Error {
  override readonly name = 'Stuck';
}

const troubleOf = (fault: unknown): Trouble => {
  if (fault instanceof NetworkDown) return 'offline';
  if (fault instanceof Stuck) return 'stuck';
  if (!(fault instanceof ApiProblem)) return 'fault';
  if (fault.code === 'unauthenticated') return 'signed-out';
  return fault.code === 'not-allowed' ? 'no-technician' : 'fault';
};
