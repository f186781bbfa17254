import type { PhoneSync } from '../sync/phone-sync.ts';

/** Nothing of the technician stays on this device: neither his data nor the roads around his stops. The page's own files hold nothing of his. */
export const forgetAll = async (sync: PhoneSync): Promise<void> => {
  await sync.wipe();
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => name.startsWith('fieldline-ahead-')).map((name) => caches.delete(name)));
};
