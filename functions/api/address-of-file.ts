import { beginsAs } from '../../shared/rules/begins-as.ts';
import { Refusal } from '../platform/errors.ts';
import type { PhotoFile, PhotoStore } from '../platform/photo-store.ts';

/** Where a file can be read, if its first bytes are what its type says; one that has not come in yet has nothing to look at. */
export const addressOfFile = async (store: PhotoStore, tenantId: string, file: PhotoFile): Promise<string> => {
  const head = await store.headOf(tenantId, file);
  if (head && !beginsAs(file.type, head)) {
    const detail = `The file does not begin as ${file.type} does, so it is not shown.`;
    throw new Refusal('conflict', { reason: 'not-its-type', detail });
  }
  return store.addressOf(tenantId, file);
};
