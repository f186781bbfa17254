import * as z from 'zod/mini';
import { partSchema } from '../../model/part.ts';
import { skillSchema } from '../../model/skill.ts';
import { stockLocationSchema } from '../../model/stock.ts';
import { technicianSchema } from '../../model/technician.ts';
import { territorySchema } from '../../model/territory.ts';
import { workTypeSchema } from '../../model/work-type.ts';
import { endpoint, everyStaff } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';

const query = z.strictObject(pageQuery);

export const listTerritories = endpoint({
  method: 'GET',
  path: '/v1/territories',
  summary: 'Territories with their areas',
  access: everyStaff,
  query,
  response: pageOf(territorySchema),
});

export const listTechnicians = endpoint({
  method: 'GET',
  path: '/v1/technicians',
  summary: 'Technicians with skills, shifts and van',
  access: everyStaff,
  query,
  response: pageOf(technicianSchema),
});

export const listSkills = endpoint({
  method: 'GET',
  path: '/v1/skills',
  summary: 'Skills',
  access: everyStaff,
  query,
  response: pageOf(skillSchema),
});

export const listWorkTypes = endpoint({
  method: 'GET',
  path: '/v1/work-types',
  summary: 'Work types: duration, skills, parts, checklist, promises',
  access: everyStaff,
  query,
  response: pageOf(workTypeSchema),
});

export const listParts = endpoint({
  method: 'GET',
  path: '/v1/parts',
  summary: 'Parts with number and price',
  access: everyStaff,
  query,
  response: pageOf(partSchema),
});

export const listStockLocations = endpoint({
  method: 'GET',
  path: '/v1/stock-locations',
  summary: 'Places of stock',
  access: everyStaff,
  query,
  response: pageOf(stockLocationSchema),
});
