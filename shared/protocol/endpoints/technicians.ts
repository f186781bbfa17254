import * as z from 'zod/mini';
import { absenceSchema } from '../../model/absence.ts';
import { idOf } from '../../model/entity.ts';
import { technicianSchema } from '../../model/technician.ts';
import { instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = technicianSchema.shape;
/** What is entered about a technician. */
export const technicianBody = z.strictObject(facts);
const params = z.strictObject({ technicianId: idOf('technician') });
const managers = staff('manager', 'administrator');
const planners = staff('dispatcher', 'manager', 'administrator');

export const createTechnician = endpoint({
  method: 'POST',
  path: '/v1/technicians',
  entry: 'administration',
  summary: 'A new technician',
  access: managers,
  body: technicianBody,
  response: technicianSchema,
  status: 201,
});

export const changeTechnician = endpoint({
  method: 'PUT',
  path: '/v1/technicians/{technicianId}',
  entry: 'administration',
  summary:
    'Skills, shifts, van and the rest of a technician. Who still has work planned in the next 31 days stays active',
  access: managers,
  params,
  body: technicianBody,
  response: technicianSchema,
  versioned: true,
});

export const listAbsences = endpoint({
  method: 'GET',
  path: '/v1/technicians/{technicianId}/absences',
  entry: 'administration',
  summary: "A technician's absences that end after an instant, the first one first",
  access: planners,
  params,
  query: z.strictObject({ endingAfter: z.optional(instant) }),
  response: z.strictObject({ items: z.array(absenceSchema) }),
});

/** An absence takes at most so many days; a longer one is entered in parts. */
export const mostAbsenceDays = 62;

const { kind, span, remark } = absenceSchema.shape;

export const addAbsence = endpoint({
  method: 'POST',
  path: '/v1/technicians/{technicianId}/absences',
  entry: 'administration',
  summary: `Somebody is away, up to ${mostAbsenceDays} days. Work that is planned in that time is named in \`present\` and refused, unless it is named in \`despite\`: then it stays planned until somebody moves it`,
  access: planners,
  params,
  body: z.strictObject({ kind, span, remark, despite: z.optional(z.array(z.enum(['work-planned']))) }),
  response: absenceSchema,
  status: 201,
});

export const removeAbsence = endpoint({
  method: 'DELETE',
  path: '/v1/technicians/{technicianId}/absences/{absenceId}',
  entry: 'administration',
  summary: 'He is there after all: his time can be planned again',
  access: planners,
  params: z.strictObject({ technicianId: idOf('technician'), absenceId: idOf('absence') }),
  status: 204,
});
