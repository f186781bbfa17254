import * as z from 'zod/mini';
import { shortText } from '../../model/scalar.ts';
import { siteSchema } from '../../model/site.ts';
import { endpoint, staff } from '../endpoint.ts';
import { fieldFinding } from '../problem.ts';
import { customerBody } from './customer-records.ts';
import { technicianBody } from './technicians.ts';
import { workTypeBody } from './work-types.ts';

/** So many rows go in one call. */
export const mostImportedRows = 25;

/** The id from an export, or a number of one's own: the same one always means the same thing, so that a repeat changes it and adds nothing. */
const ref = shortText;
const access = staff('manager', 'administrator');

export const importResult = z.strictObject({
  ref,
  result: z.enum(['created', 'changed', 'unchanged', 'failed']),
  id: z.optional(z.string()),
  /** Why it failed: as a code, and in words. */
  reason: z.optional(z.string()),
  detail: z.optional(z.string()),
  /** The field that it is about, what was found about it, and the name or number that was said. */
  field: z.optional(z.string()),
  finding: z.optional(fieldFinding),
  said: z.optional(z.string()),
});
export type ImportResult = z.infer<typeof importResult>;
const response = z.strictObject({ results: z.array(importResult) });
const rowsOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.strictObject({ rows: z.array(row).check(z.minLength(1), z.maxLength(mostImportedRows)) });

/** A customer with at most one of his sites. */
export const importedCustomer = z.strictObject({
  ref,
  customer: customerBody,
  site: z.optional(z.strictObject({ name: siteSchema.shape.name, place: siteSchema.shape.place })),
});
export const importedTechnician = z.strictObject({ ref, technician: technicianBody });
export const importedWorkType = z.strictObject({ ref, workType: workTypeBody });

export const importCustomers = endpoint({
  method: 'POST',
  path: '/v1/customers/import',
  entry: 'administration',
  summary: `Brings customers in or changes them, up to ${mostImportedRows} at a time; each row is answered by itself`,
  access,
  body: rowsOf(importedCustomer),
  response,
});

export const importTechnicians = endpoint({
  method: 'POST',
  path: '/v1/technicians/import',
  entry: 'administration',
  summary: `Brings technicians in or changes them, up to ${mostImportedRows} at a time; each row is answered by itself`,
  access,
  body: rowsOf(importedTechnician),
  response,
});

export const importWorkTypes = endpoint({
  method: 'POST',
  path: '/v1/work-types/import',
  entry: 'administration',
  summary: `Brings work types in or changes them, up to ${mostImportedRows} at a time; each row is answered by itself`,
  access,
  body: rowsOf(importedWorkType),
  response,
});
