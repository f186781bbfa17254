import { moveAppointments } from '../../../shared/protocol/endpoints/appointment-moves.ts';
import { moveTogether } from '../move-together.ts';
import { staffRoute, type Route } from '../route.ts';

export const appointmentMoveRoutes: readonly Route[] = [
  staffRoute(moveAppointments, (asked) => asked.decide(() => moveTogether(asked, asked.body.moves))),
];
