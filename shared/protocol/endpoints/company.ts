import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { historyEntrySchema, recordId } from '../../model/history-entry.ts';
import { stockLocationSchema } from '../../model/stock.ts';
import { tenantSchema } from '../../model/tenant.ts';
import { endpoint, staff } from '../endpoint.ts';

const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = tenantSchema.shape;
/** The company's settings. */
export const companyBody = z.strictObject(facts);
const { name, kind, place, openingHours, timeZone } = stockLocationSchema.shape;
const stockLocationBody = z.strictObject({ name, kind, place, openingHours, timeZone });
const keepsStock = staff('clerk', 'manager', 'administrator');

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
  access: keepsStock,
  body: stockLocationBody,
  response: stockLocationSchema,
  status: 201,
});

export const changeStockLocation = endpoint({
  method: 'PUT',
  path: '/v1/stock-locations/{stockLocationId}',
  entry: 'administration',
  summary:
    'Another name, place or opening times of a place of stock, for plans from now on; what is reserved there stays. A van that somebody drives stays a van',
  access: keepsStock,
  params: z.strictObject({ stockLocationId: idOf('stockLocation') }),
  body: stockLocationBody,
  response: stockLocationSchema,
  versioned: true,
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
