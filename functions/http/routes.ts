import type { Route } from './route.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [];
