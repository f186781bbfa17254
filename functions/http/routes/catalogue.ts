import * as endpoints from '../../../shared/protocol/endpoints/catalogue.ts';
import { parts, skills, stockLocations, technicians, territories, workTypes } from '../../store/questions/catalogue.ts';
import { pageOf } from '../../api/page-of.ts';
import { staffRoute, type Route } from '../route.ts';

export const catalogueRoutes: readonly Route[] = [
  staffRoute(endpoints.listTerritories, ({ deps, tenantId, query }) =>
    pageOf(territories(deps.table, tenantId, query)),
  ),
  staffRoute(endpoints.listTechnicians, ({ deps, tenantId, query }) =>
    pageOf(technicians(deps.table, tenantId, query)),
  ),
  staffRoute(endpoints.listSkills, ({ deps, tenantId, query }) => pageOf(skills(deps.table, tenantId, query))),
  staffRoute(endpoints.listWorkTypes, ({ deps, tenantId, query }) => pageOf(workTypes(deps.table, tenantId, query))),
  staffRoute(endpoints.listParts, ({ deps, tenantId, query }) => pageOf(parts(deps.table, tenantId, query))),
  staffRoute(endpoints.listStockLocations, ({ deps, tenantId, query }) =>
    pageOf(stockLocations(deps.table, tenantId, query)),
  ),
];
