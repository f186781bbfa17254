import type { MutationResult } from '../../shared/protocol/sync.ts';
import type { Contents, Installation, KeptFile, KeptMutation, KeptView } from './kept.ts';
import { only, type PhoneDatabase } from './phone-database.ts';

/** A change about to be kept; its number is given when it is. */
export type Change = Omit<KeptMutation, 'id' | 'state'>;
export type NewFile = Omit<KeptFile, 'key' | 'state' | 'sizeBytes'> & { readonly bytes: ArrayBuffer };

/** What was acknowledged to the technician lies on the disk. */
const strict = { durability: 'strict' } as const;

/** The phone's memory. Every method is one transaction, so that several tabs may use it at a time. */
export class LocalStore {
  readonly #database: PhoneDatabase;
  #view: KeptView | undefined;

  constructor(database: PhoneDatabase) {
    this.#database = database;
  }

  /** Begins an installation where there is none; answers whether it was begun now. */
  async begin(newClientId: () => string): Promise<{ readonly clientId: string; readonly fresh: boolean }> {
    const transaction = this.#database.transaction('installation', 'readwrite', strict);
    const kept = await transaction.store.get(only);
    const { clientId } = kept ?? { clientId: newClientId() };
    if (!kept) await transaction.store.put({ clientId, nextId: 1, offsetMilliseconds: 0 }, only);
    await transaction.done;
    return { clientId, fresh: !kept };
  }

  async contents(): Promise<Contents> {
    const transaction = this.#database.transaction(['installation', 'outbox', 'results', 'files', 'view']);
    const [installation, outbox, results, files] = await Promise.all([
      transaction.objectStore('installation').get(only),
      transaction.objectStore('outbox').getAll(),
      transaction.objectStore('results').getAll(),
      transaction.objectStore('files').getAll(),
    ]);
    // The view is by far the largest: it is read again only when it is another.
    if (installation?.viewEtag !== this.#view?.etag) this.#view = await transaction.objectStore('view').get(only);
    await transaction.done;
    return { installation: known(installation), outbox, results, files, view: this.#view };
  }

  /** Gives the change the next number and keeps it with its file; done when both lie on the disk. */
  async record(change: Change, file?: NewFile): Promise<KeptMutation> {
    const stores = ['installation', 'outbox', 'files', 'bytes'] as const;
    const transaction = this.#database.transaction(stores, 'readwrite', strict);
    const installation = known(await transaction.objectStore('installation').get(only));
    const mutation: KeptMutation = { ...change, id: installation.nextId, state: 'unsent' };
    await transaction.objectStore('installation').put({ ...installation, nextId: installation.nextId + 1 }, only);
    await transaction.objectStore('outbox').add(mutation);
    if (file) {
      const { bytes, ...facts } = file;
      const key = fileKey(file.appointmentId, file.contentHash);
      await transaction.objectStore('bytes').put(bytes, key);
      await transaction.objectStore('files').put({ ...facts, key, sizeBytes: bytes.byteLength, state: 'unsent' });
    }
    await transaction.done;
    return mutation;
  }

  /** Takes the server's answers: what it has is answered; what it did not simply apply is kept to be seen. */
  async acknowledge(lastMutationId: number, answers: readonly MutationResult[]): Promise<void> {
    const transaction = this.#database.transaction(['outbox', 'results'], 'readwrite', strict);
    const outbox = transaction.objectStore('outbox');
    for (const mutation of await outbox.getAll()) {
      if (mutation.id > lastMutationId || mutation.state === 'answered') continue;
      const result = answers.find(({ id }) => id === mutation.id);
      if (result && isToBeSeen(result)) {
        await transaction.objectStore('results').put({ id: mutation.id, mutation, result });
      }
      if (result?.state === 'refused') await outbox.delete(mutation.id);
      else await outbox.put({ ...mutation, state: 'answered' });
    }
    await transaction.done;
  }

  /** Takes a view in which every change up to its number is contained; sent files of what is not his any more go. */
  async takeView(view: KeptView): Promise<void> {
    const stores = ['installation', 'outbox', 'files', 'bytes', 'view'] as const;
    const transaction = this.#database.transaction(stores, 'readwrite', strict);
    const installation = known(await transaction.objectStore('installation').get(only));
    await transaction.objectStore('installation').put({ ...installation, viewEtag: view.etag }, only);
    await transaction.objectStore('view').put(view, only);
    for (const { id, state } of await transaction.objectStore('outbox').getAll()) {
      if (state === 'answered' && id <= view.body.lastMutationId) await transaction.objectStore('outbox').delete(id);
    }
    const mine = new Set(view.body.visits.map(({ appointment }) => appointment.id));
    for (const { key, state, appointmentId } of await transaction.objectStore('files').getAll()) {
      if (state !== 'sent' || mine.has(appointmentId)) continue;
      await transaction.objectStore('files').delete(key);
      await transaction.objectStore('bytes').delete(key);
    }
    await transaction.done;
  }

  async note(facts: Pick<Installation, 'offsetMilliseconds' | 'syncedAt'>): Promise<void> {
    const transaction = this.#database.transaction('installation', 'readwrite');
    await transaction.store.put({ ...known(await transaction.store.get(only)), ...facts }, only);
    await transaction.done;
  }

  bytesOf(fileKey: string): Promise<ArrayBuffer | undefined> {
    return this.#database.get('bytes', fileKey);
  }

  async markFile(fileKey: string, state: KeptFile['state']): Promise<void> {
    const transaction = this.#database.transaction('files', 'readwrite', strict);
    const file = await transaction.store.get(fileKey);
    if (file) await transaction.store.put({ ...file, state });
    await transaction.done;
  }

  async giveUpFile(fileKey: string): Promise<void> {
    const transaction = this.#database.transaction(['files', 'bytes'], 'readwrite', strict);
    await transaction.objectStore('files').delete(fileKey);
    await transaction.objectStore('bytes').delete(fileKey);
    await transaction.done;
  }

  /** The technician has seen what became of it. */
  dismiss(resultId: number): Promise<void> {
    return this.#database.delete('results', resultId);
  }

  /** The server was set back and misses changes before `first`, which is the oldest that it has not answered: those go anew under a fresh name, in the same order. */
  async renumber(clientId: string, first: number): Promise<void> {
    const transaction = this.#database.transaction(['installation', 'outbox'], 'readwrite', strict);
    const outbox = transaction.objectStore('outbox');
    const waiting = (await outbox.getAll()).filter(({ id }) => id >= first);
    await outbox.clear();
    for (const [index, one] of waiting.entries()) await outbox.add({ ...one, id: index + 1, state: 'unsent' });
    const installation = known(await transaction.objectStore('installation').get(only));
    const anew = { ...installation, clientId, nextId: waiting.length + 1 };
    await transaction.objectStore('installation').put(anew, only);
    await transaction.done;
  }

  /** What another account left here may not be read by this one; what was not sent stays for its owner. Answers whether something stayed. */
  async wipeButUnsent(): Promise<boolean> {
    const stores = ['view', 'results', 'outbox', 'files', 'installation'] as const;
    const transaction = this.#database.transaction(stores, 'readwrite');
    await transaction.objectStore('view').clear();
    await transaction.objectStore('results').clear();
    const installation = await transaction.objectStore('installation').get(only);
    if (installation) {
      const { viewEtag: _, ...rest } = installation;
      await transaction.objectStore('installation').put(rest, only);
    }
    const outbox = await transaction.objectStore('outbox').getAll();
    const files = await transaction.objectStore('files').getAll();
    await transaction.done;
    return [...outbox, ...files].some(({ state }) => state === 'unsent');
  }

  close(): void {
    this.#database.close();
  }
}

export const fileKey = (appointmentId: string, contentHash: string): string => `${appointmentId}/${contentHash}`;

const known = (installation: Installation | undefined): Installation => {
  if (!installation) throw new Error('the phone was wiped');
  return installation;
};

const isToBeSeen = ({ state, conflicts = [], clockDoubted }: MutationResult): boolean =>
  state === 'refused' || conflicts.length > 0 || clockDoubted === true;
