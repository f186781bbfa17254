import type { Endpoint } from '../../shared/protocol/endpoint.ts';
import {
  routesOn,
  type Asked as AskedOfApi,
  type Route as ApiRoute,
  type StaffAsked as StaffAskedOfApi,
} from '../api/route.ts';
import type { GeographyDeps } from './geography-deps.ts';

/** This entry's routes, each with what the entry gives them. */
export const { staffRoute, customerRoute, openRoute } = routesOn<GeographyDeps>();

export type Route = ApiRoute<GeographyDeps>;
export type Asked<E extends Endpoint, Who> = AskedOfApi<E, Who, GeographyDeps>;
export type StaffAsked = StaffAskedOfApi<GeographyDeps>;
