import type { Route } from './route.ts';
import { assetRoutes } from './routes/assets.ts';
import { authorisationRoutes } from './routes/authorisations.ts';
import { clockRoutes } from './routes/clocks.ts';
import { contractRoutes } from './routes/contracts.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { heldToRoutes } from './routes/held-to.ts';
import { importRoutes } from './routes/imports.ts';
import { leaseRoutes } from './routes/leases.ts';
import { priceRoutes } from './routes/prices.ts';
import { proofRoutes } from './routes/proofs.ts';
import { quoteRoutes } from './routes/quote.ts';
import { warrantyRoutes } from './routes/warranties.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...assetRoutes,
  ...authorisationRoutes,
  ...clockRoutes,
  ...contractRoutes,
  ...coverageRoutes,
  ...heldToRoutes,
  ...importRoutes,
  ...leaseRoutes,
  ...priceRoutes,
  ...proofRoutes,
  ...quoteRoutes,
  ...warrantyRoutes,
];
