import { routesOn, type Route as ApiRoute, type StaffAsked as StaffAskedOfApi } from '../api/route.ts';
import type { SyncRouteDeps } from './sync-deps.ts';

/** This entry's routes, each with what the entry gives them. */
export const { staffRoute } = routesOn<SyncRouteDeps>();

export type Route = ApiRoute<SyncRouteDeps>;
export type StaffAsked = StaffAskedOfApi<SyncRouteDeps>;
