import type { Route } from './route.ts';
import { geocodingRoutes } from './routes/geocoding.ts';
import { reachRoutes } from './routes/reach.ts';
import { roadTileRoutes } from './routes/road-tiles.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [...geocodingRoutes, ...reachRoutes, ...roadTileRoutes];
