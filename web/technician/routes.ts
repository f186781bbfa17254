import type { RouteOf } from '../api/route.ts';
import type * as appointments from '../../shared/protocol/endpoints/appointments.ts';
import type * as customers from '../../shared/protocol/endpoints/customers.ts';
import type * as positions from '../../shared/protocol/endpoints/positions.ts';
import type * as technicianDay from '../../shared/protocol/endpoints/technician-day.ts';

// Type-only imports: the types hold these lines to the contract, and no schema travels to the phone.
const appointment = '/v1/appointments/{appointmentId}';

export const getMyDay: RouteOf<typeof technicianDay.getMyDay> = { method: 'GET', path: '/v1/my/days/{day}' };
export const getAssetFile: RouteOf<typeof customers.getAssetFile> = { method: 'GET', path: '/v1/assets/{assetId}' };
export const sendPositions: RouteOf<typeof positions.sendPositions> = { method: 'POST', path: '/v1/positions' };
export const getAppointmentFile: RouteOf<typeof appointments.getAppointmentFile> = { method: 'GET', path: appointment };
export const setAppointmentStatus: RouteOf<typeof appointments.setAppointmentStatus> = {
  method: 'POST',
  path: `${appointment}/status`,
};
export const answerTask: RouteOf<typeof appointments.answerTask> = {
  method: 'PUT',
  path: `${appointment}/tasks/{taskKey}`,
};
export const usePart: RouteOf<typeof appointments.usePart> = { method: 'POST', path: `${appointment}/part-usages` };
export const addNote: RouteOf<typeof appointments.addNote> = { method: 'POST', path: `${appointment}/notes` };
export const addPhoto: RouteOf<typeof appointments.addPhoto> = { method: 'POST', path: `${appointment}/photos` };
export const getPhoto: RouteOf<typeof appointments.getPhoto> = {
  method: 'GET',
  path: `${appointment}/photos/{photoId}`,
};
