import type { Route } from './route.ts';
import { appointmentMoveRoutes } from './routes/appointment-moves.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { arrivalWindowRoutes } from './routes/arrival-windows.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { planRoutes } from './routes/plans.ts';
import { travelTimeRoutes } from './routes/travel-times.ts';
import { visitRoutes } from './routes/visit.ts';

/** Every route, by resource. A test holds it against the endpoints of the protocol. */
export const routes: readonly Route[] = [
  ...appointmentMoveRoutes,
  ...appointmentRoutes,
  ...arrivalWindowRoutes,
  ...candidateRoutes,
  ...planRoutes,
  ...travelTimeRoutes,
  ...visitRoutes,
];
