import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { databaseVersion, migrate } from './migrations.ts';
import type { PhoneSchema } from './phone-schema.ts';

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/** Each of the single records lies under this key of its store. */
export const only = 'only';

const prefix = 'fieldline-phone-';

/** Opens the database of one technician, brought up to today's form; `onOutdated` when another tab needs it in a newer one. */
export const openPhoneDatabase = (owner: string, onOutdated: () => void = () => undefined): Promise<PhoneDatabase> =>
  openDB<PhoneSchema>(prefix + owner, databaseVersion, {
    upgrade: (database, oldVersion) => migrate(database, oldVersion),
    blocking: (_current, _blocked, { target }) => {
      if (target instanceof IDBDatabase) target.close();
      onOutdated();
    },
  });

export const deletePhoneDatabase = (owner: string): Promise<void> => deleteDB(prefix + owner);

/** Whose databases lie on this device beside the one's own. */
export const otherOwners = async (owner: string): Promise<string[]> => {
  const all = (await indexedDB.databases?.()) ?? [];
  return all
    .flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
    .filter((other) => other !== owner);
};
