import type { Endpoint } from '../../shared/protocol/endpoint.ts';
import {
  routesOn,
  type Asked as AskedOfApi,
  type Route as ApiRoute,
  type StaffAsked as StaffAskedOfApi,
} from '../api/route.ts';
import type { DispatchDeps } from './dispatch-deps.ts';

/** This entry's routes, each with what the entry gives them. */
export const { staffRoute, customerRoute, openRoute } = routesOn<DispatchDeps>();

export type Route = ApiRoute<DispatchDeps>;
export type Asked<E extends Endpoint, Who> = AskedOfApi<E, Who, DispatchDeps>;
export type StaffAsked = StaffAskedOfApi<DispatchDeps>;
