import type { Route } from './route.ts';
import { absenceRoutes } from './routes/absences.ts';
import { companyRoutes } from './routes/company.ts';
import { customerRoutes } from './routes/customers.ts';
import { importRoutes } from './routes/imports.ts';
import { skillRoutes } from './routes/skills.ts';
import { technicianRoutes } from './routes/technicians.ts';
import { territoryRoutes } from './routes/territories.ts';
import { workTypeRoutes } from './routes/work-types.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...absenceRoutes,
  ...companyRoutes,
  ...customerRoutes,
  ...importRoutes,
  ...skillRoutes,
  ...technicianRoutes,
  ...workTypeRoutes,
  ...territoryRoutes,
];
