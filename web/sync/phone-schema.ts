import type { DBSchema } from 'idb';
import type { Installation, KeptFile, KeptMutation, KeptResult, KeptView } from './kept.ts';

/** What the phone keeps, store by store. */
export interface PhoneSchema extends DBSchema {
  installation: { key: string; value: Installation };
  outbox: { key: number; value: KeptMutation };
  view: { key: string; value: KeptView };
  results: { key: number; value: KeptResult };
  files: { key: string; value: KeptFile };
  bytes: { key: string; value: ArrayBuffer };
}
