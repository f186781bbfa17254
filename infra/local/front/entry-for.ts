import type { Endpoint } from '../../../shared/protocol/endpoint.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { routePattern } from './route-pattern.ts';

/** The entry that the gateway would ask, by the route table; what fits no route goes to `http`, which says so. */
export const entryFor = (method: string, path: string): Endpoint['entry'] =>
  routes.find(({ pattern }) => pattern.fits(method, path))?.entry ?? 'http';

const routes = [...endpoints.values()]
  .map(({ method, path, entry }) => ({ entry, pattern: routePattern(`${method} ${path}`) }))
  .sort((a, b) => a.pattern.openness - b.pattern.openness);
