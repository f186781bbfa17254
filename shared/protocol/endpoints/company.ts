import * as z from 'zod/mini';
import { historyEntrySchema, recordId } from '../../model/history-entry.ts';
import { stockLocationSchema } from '../../model/stock.ts';
import { tenantSchema } from '../../model/tenant.ts';
import { endpoint, staff } from '../endpoint.ts';

const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = tenantSchema.shape;
/** The company's settings. */
export const companyBody = z.strictObject(facts);
const { name, kind, place, openingHours } = stockLocationSchema.shape;

export const changeCompany = endpoint({
  method: 'PUT',
  path: '/v1/company',
  entry: 'administration',
  summary: 'Name, language, working week and how long positions are kept',
  access: staff('administrator'),
  body: companyBody,
  response: tenantSchema,
  versioned: true,
});

export const addStockLocation = endpoint({
  method: 'POST',
  path: '/v1/stock-locations',
  entry: 'administration',
  summary:
    'A new place of stock, such as a van; plans fetch parts from warehouses and depots with a place, while they are open',
  access: staff('clerk', 'manager', 'administrator'),
  body: z.strictObject({ name, kind, place, openingHours }),
  response: stockLocationSchema,
  status: 201,
});

export const getRecordHistory = endpoint({
  method: 'GET',
  path: '/v1/records/{recordId}/history',
  entry: 'administration',
  summary:
    'Who changed a territory, technician, customer, site, work type, skill, place of stock or the company, newest first',
  access: staff('manager', 'administrator'),
  params: z.strictObject({ recordId }),
  response: z.strictObject({ items: z.array(historyEntrySchema) }),
});
