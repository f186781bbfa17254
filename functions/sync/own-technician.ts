import type { Technician } from '../../shared/model/technician.ts';
import { technicianOf } from '../api/technician-of.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import type { StaffAsked } from './route.ts';

/** The technician whom the token names; nothing that the request says can name another. */
export const ownTechnician = async (asked: StaffAsked): Promise<Technician> => {
  const { onlyTechnicianId } = asked.caller;
  if (onlyTechnicianId === undefined) throw new Refusal('not-allowed');
  const technician = await technicianOf(asked, onlyTechnicianId);
  if (!technician) throw notFound('technician');
  return technician;
};
