import type { Api } from '../api/api.ts';
import { upload } from '../api/upload.ts';
import type { RouteOf } from '../api/route.ts';
import type * as sync from '../../shared/protocol/endpoints/sync.ts';
import type { Push, PushAnswer } from '../../shared/protocol/sync.ts';
import type { KeptFile, KeptView } from './kept.ts';

/** What synchronising asks of the server; each throws NetworkDown or ApiProblem. */
export interface SyncServer {
  push(push: Push): Promise<PushAnswer>;
  /** The whole view; undefined where it is still the one with this tag. */
  pull(clientId: string, etag: string | undefined): Promise<KeptView | undefined>;
  /** Puts the picture where the server says; the same one again is a success. */
  send(file: KeptFile, bytes: ArrayBuffer): Promise<void>;
  /** Milliseconds since the epoch by the server's clock. */
  now(): number;
}

// Type-only imports: no schema travels to the phone.
const pushMutations: RouteOf<typeof sync.pushMutations> = { method: 'POST', path: '/v1/sync/push' };
const pullView: RouteOf<typeof sync.pullView> = { method: 'GET', path: '/v1/sync/pull' };
const createUpload: RouteOf<typeof sync.createUpload> = {
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/uploads',
};

/** The server by its API. */
export const syncServer = (api: Api): SyncServer => ({
  push: (body) => api.call(pushMutations, { body }),
  pull: (clientId, etag) => api.callTagged(pullView, { query: { clientId } }, etag),
  async send({ contentHash, type, sizeBytes, appointmentId }, bytes) {
    const address = await api.call(createUpload, {
      params: { appointmentId },
      body: { contentHash, type, sizeBytes },
    });
    await upload(address, new Blob([bytes], { type }));
  },
  now: () => api.serverNow(),
});
