import type { Technician } from '../../../../shared/model/technician.ts';
import type { Tenant } from '../../../../shared/model/tenant.ts';
import type { BodyOf } from '../../../../shared/protocol/endpoint.ts';
import type { createTechnician } from '../../../../shared/protocol/endpoints/technicians.ts';

/** What is entered about a technician. */
export type TechnicianDraft = BodyOf<typeof createTechnician>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: Technician): TechnicianDraft => facts;

/** A new one begins with the company's working week, in the territory that is looked at. */
export const newTechnician = (
  territoryId: string | undefined,
  { language, workingWeek }: Pick<Tenant, 'language' | 'workingWeek'>,
): TechnicianDraft => ({
  name: '',
  phone: '',
  email: '',
  language,
  employment: 'staff',
  territoryIds: territoryId === undefined ? [] : [territoryId],
  skills: [],
  shifts: [...(workingWeek ?? [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }])],
  startPlace: { addressText: '', location: [0, 0] },
  vehicle: '',
  active: true,
});
