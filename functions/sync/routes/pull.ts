import { pullView } from '../../../shared/protocol/endpoints/sync.ts';
import { syncSchemaVersion } from '../../../shared/protocol/sync.ts';
import { Refusal } from '../../platform/errors.ts';
import { clientOf } from '../client-of.ts';
import { ownTechnician } from '../own-technician.ts';
import { staffRoute, type Route } from '../route.ts';
import { viewOf } from '../view-of.ts';

/** So often is the view read anew because a change of this very client came between. */
const mostReads = 5;

export const pullRoutes: readonly Route[] = [
  staffRoute(pullView, async (asked) => {
    const technician = await ownTechnician(asked);
    const { clientId } = asked.query;
    let { version: lastMutationId } = await clientOf(asked, clientId, technician.id);
    for (let count = 0; count < mostReads; count++) {
      const view = await viewOf(asked, technician);
      const { version } = await clientOf(asked, clientId, technician.id);
      if (version === lastMutationId) return { ...view, schemaVersion: syncSchemaVersion, lastMutationId };
      lastMutationId = version;
    }
    throw new Refusal('unavailable', { detail: 'This client is pushing; pull again afterwards.' });
  }),
];
