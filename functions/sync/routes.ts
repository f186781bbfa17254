import type { Route } from './route.ts';
import { appointmentStepRoutes } from './routes/appointment-steps.ts';
import { fieldNoticeRoutes } from './routes/field-notices.ts';
import { pullRoutes } from './routes/pull.ts';
import { pushRoutes } from './routes/push.ts';
import { technicianDayRoutes } from './routes/technician-day.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...appointmentStepRoutes,
  ...fieldNoticeRoutes,
  ...pullRoutes,
  ...pushRoutes,
  ...technicianDayRoutes,
];
