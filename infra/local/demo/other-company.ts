import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import type { Company } from '../identity/accounts.ts';
import { demonstrationZone } from './catalogue.ts';
import type { Keep } from './keep.ts';
import type { Maker } from './maker.ts';
import { territoryAreas } from './territory-areas.ts';

/** A second, small tenant in the same table, to see that neither sees the other. */
export interface OtherCompany extends Company {
  keepAll(keep: Keep): void;
}

export function buildOtherCompany(make: Maker): OtherCompany {
  const tenant: Tenant = {
    ...make.record('tenant', 'beacon'),
    name: 'Beacon Lift Care',
    currency: 'USD',
    language: 'en',
  };
  const territory: Territory = {
    ...make.record('territory', 'beacon'),
    name: 'Boston centre',
    area: territoryAreas.north,
    timeZone: demonstrationZone,
    operatingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  };
  const technician: Technician = {
    ...make.record('technician', 'beacon'),
    name: 'Bo Harlan',
    phone: '+16175550900',
    email: 'bo@example.com',
    language: 'en',
    employment: 'staff',
    territoryIds: [territory.id],
    skills: [],
    shifts: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    startPlace: { location: [-71.0605, 42.3555], addressText: '1 School St, Downtown, Boston, MA 02108' },
    vehicle: 'green van',
    active: true,
  };
  return {
    tenantId: tenant.id,
    name: tenant.name,
    technicians: [],
    keepAll: (keep) => {
      keep(tenantEntity, tenant);
      keep(territoryEntity, territory);
      keep(technicianEntity, technician);
    },
  };
}
