import type { ApiDeps } from '../api/api-deps.ts';
import { routesOn, type Route as ApiRoute } from '../api/route.ts';

/** This entry needs no more than all of the API do. */
export const { staffRoute } = routesOn<ApiDeps>();

export type Route = ApiRoute<ApiDeps>;
export type { StaffAsked } from '../api/route.ts';
