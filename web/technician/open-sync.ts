import type { Account } from '../api/account-of.ts';
import type { Api } from '../api/api.ts';
import { PhoneSync } from '../sync/phone-sync.ts';
import { syncServer } from '../sync/sync-server.ts';
import type { syncSchemaVersion } from '../../shared/protocol/sync.ts';

/** The type holds it to the contract, whose schemas do not travel to the phone. */
const schemaVersion: typeof syncSchemaVersion = 3;

/** Opens the memory of who is signed in. The browser is asked to keep it also when room is short. */
export const openSync = (account: Account, api: Api): Promise<PhoneSync> => {
  void navigator.storage?.persist?.().catch(() => false);
  return PhoneSync.open({
    owner: account.technicianId ?? 'none',
    server: syncServer(api),
    schemaVersion,
    deviceNow: () => Date.now(),
    newClientId: () => crypto.randomUUID(),
    marker: localStorage,
    tabs: new BroadcastChannel('fieldline-phone'),
    locks: navigator.locks,
  });
};
