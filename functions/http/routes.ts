import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { appointmentFileRoutes } from './routes/appointment-files.ts';
import { appointmentWorkRoutes } from './routes/appointment-work.ts';
import { boardRoutes } from './routes/board.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { customerLinkRoutes } from './routes/customer-links.ts';
import { customerRoutes } from './routes/customers.ts';
import { deviceRoutes } from './routes/devices.ts';
import { importRoutes } from './routes/import.ts';
import { liveRoutes } from './routes/live.ts';
import { noteAndPhotoRoutes } from './routes/notes-and-photos.ts';
import { partUsageRoutes } from './routes/part-usages.ts';
import { planRoutes } from './routes/plans.ts';
import { reportRoutes } from './routes/report.ts';
import { serviceRequestRoutes } from './routes/service-requests.ts';
import { stockRoutes } from './routes/stock.ts';
import { workOrderRoutes } from './routes/work-orders.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...appointmentFileRoutes,
  ...appointmentWorkRoutes,
  ...boardRoutes,
  ...catalogueRoutes,
  ...customerLinkRoutes,
  ...customerRoutes,
  ...deviceRoutes,
  ...importRoutes,
  ...liveRoutes,
  ...noteAndPhotoRoutes,
  ...partUsageRoutes,
  ...planRoutes,
  ...reportRoutes,
  ...serviceRequestRoutes,
  ...stockRoutes,
  ...workOrderRoutes,
];
