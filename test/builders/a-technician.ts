import { technicianSchema, type Technician } from '../../shared/model/technician.ts';
import { boston, homeTerritoryId } from './a-territory.ts';
import { aRecord, anId } from './an-id.ts';

/** The skill that the default appointment needs and the default technician has at level 2. */
export const boilerSkillId = anId('skill');

/** Works Monday to Friday from 08:00 to 17:00 in the middle of Boston. */
export const aTechnician = (changes: Partial<Technician> = {}): Technician =>
  technicianSchema.parse({
    ...aRecord('technician'),
    name: 'Rosa Alvarez',
    phone: '+16175550123',
    email: 'rosa@example.com',
    language: 'en',
    employment: 'staff',
    territoryIds: [homeTerritoryId],
    skills: [{ skillId: boilerSkillId, level: 2 }],
    shifts: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    startPlace: { location: boston, addressText: 'Depot, Boston' },
    vehicle: 'White van, 4 HBR',
    active: true,
    ...changes,
  });
