import type { IDBPDatabase } from 'idb';
import type { PhoneSchema } from './phone-schema.ts';

type Step = (database: IDBPDatabase<PhoneSchema>) => void;

/** One step per version, never changed once it was released: a database of any version walks through what it misses, and its queue goes with it. */
const steps: readonly Step[] = [
  // 1: the queue, and the view to work upon
  (database) => {
    database.createObjectStore('installation');
    database.createObjectStore('outbox', { keyPath: 'id' });
    database.createObjectStore('view');
  },
  // 2: what the server refused or merged stays until it was seen
  (database) => void database.createObjectStore('results', { keyPath: 'id' }),
  // 3: photos and signatures, their bytes apart from what is known of them
  (database) => {
    database.createObjectStore('files', { keyPath: 'key' });
    database.createObjectStore('bytes');
  },
];

export const databaseVersion = steps.length;

export const migrate = (database: IDBPDatabase<PhoneSchema>, from: number, to = databaseVersion): void => {
  for (const step of steps.slice(from, to)) step(database);
};
