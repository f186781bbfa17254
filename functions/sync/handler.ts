import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import { compressed } from '../platform/compressed.ts';
import { rememberedCatalogue } from './catalogue.ts';
import { routes } from './routes.ts';
import type { SyncDeps } from './sync-deps.ts';
import { tagged } from './tagged.ts';

/** Takes what technicians did without signal, and gives them all that they need to work without it. */
export const createSyncHandler = (deps: SyncDeps): ApiHandler =>
  compressed(tagged(apiHandler(routes, { ...deps, catalogue: rememberedCatalogue(deps.table, deps.clock) })));
