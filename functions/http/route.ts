import type { Endpoint } from '../../shared/protocol/endpoint.ts';
import {
  routesOn,
  type Asked as AskedOfApi,
  type Route as ApiRoute,
  type StaffAsked as StaffAskedOfApi,
} from '../api/route.ts';
import type { HttpDeps } from './http-deps.ts';

/** This entry's routes, each with what the entry gives them. */
export const { staffRoute, customerRoute, openRoute } = routesOn<HttpDeps>();

export type Route = ApiRoute<HttpDeps>;
export type Asked<E extends Endpoint, Who> = AskedOfApi<E, Who, HttpDeps>;
export type StaffAsked = StaffAskedOfApi<HttpDeps>;
