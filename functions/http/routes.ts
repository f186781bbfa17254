import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { appointmentMoveRoutes } from './routes/appointment-moves.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { boardRoutes } from './routes/board.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { customerLinkRoutes } from './routes/customer-links.ts';
import { customerRoutes } from './routes/customers.ts';
import { deviceRoutes } from './routes/devices.ts';
import { geocodingRoutes } from './routes/geocoding.ts';
import { importRoutes } from './routes/import.ts';
import { liveRoutes } from './routes/live.ts';
import { noteAndPhotoRoutes } from './routes/notes-and-photos.ts';
import { partUsageRoutes } from './routes/part-usages.ts';
import { planRoutes } from './routes/plans.ts';
import { reachRoutes } from './routes/reach.ts';
import { reportRoutes } from './routes/report.ts';
import { serviceRequestRoutes } from './routes/service-requests.ts';
import { stockRoutes } from './routes/stock.ts';
import { technicianDayRoutes } from './routes/technician-day.ts';
import { territoryRoutes } from './routes/territories.ts';
import { visitRoutes } from './routes/visit.ts';
import { workOrderRoutes } from './routes/work-orders.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...appointmentMoveRoutes,
  ...appointmentRoutes,
  ...boardRoutes,
  ...candidateRoutes,
  ...catalogueRoutes,
  ...customerLinkRoutes,
  ...customerRoutes,
  ...deviceRoutes,
  ...geocodingRoutes,
  ...importRoutes,
  ...liveRoutes,
  ...noteAndPhotoRoutes,
  ...partUsageRoutes,
  ...planRoutes,
  ...reachRoutes,
  ...reportRoutes,
  ...serviceRequestRoutes,
  ...stockRoutes,
  ...technicianDayRoutes,
  ...territoryRoutes,
  ...visitRoutes,
  ...workOrderRoutes,
];
