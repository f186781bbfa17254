import type { RouteOf } from '../api/route.ts';
import type * as files from '../../shared/protocol/endpoints/appointment-files.ts';
import type * as positions from '../../shared/protocol/endpoints/positions.ts';

// Type-only imports: the types hold these lines to the contract, and no schema travels to the phone.
export const sendPositions: RouteOf<typeof positions.sendPositions> = { method: 'POST', path: '/v1/positions' };
export const getPhoto: RouteOf<typeof files.getPhoto> = {
  method: 'GET',
  path: '/v1/appointments/{appointmentId}/photos/{photoId}',
};
