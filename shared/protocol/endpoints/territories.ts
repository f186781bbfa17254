import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { wholeNumber } from '../../model/scalar.ts';
import { territorySchema } from '../../model/territory.ts';
import { day } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const { name, area, timeZone, operatingHours, roadNetwork } = territorySchema.shape;
const body = z.strictObject({ name, area, timeZone, operatingHours, roadNetwork });
const params = z.strictObject({ territoryId: idOf('territory') });
const access = staff('manager', 'administrator');

export const createTerritory = endpoint({
  method: 'POST',
  path: '/v1/territories',
  entry: 'administration',
  summary: 'A new territory; its rings must not cross themselves',
  access,
  body,
  response: territorySchema,
  status: 201,
});

export const changeTerritory = endpoint({
  method: 'PUT',
  path: '/v1/territories/{territoryId}',
  entry: 'administration',
  summary: 'Name, area, zone and hours of a territory; requests that are placed already stay where they are',
  access,
  params,
  body,
  response: territorySchema,
  versioned: true,
});

export const removeTerritory = endpoint({
  method: 'DELETE',
  path: '/v1/territories/{territoryId}',
  entry: 'administration',
  summary: 'Removes a territory that no technician serves and in which nothing waits',
  access,
  params,
  status: 204,
});

/** How much is asked of a territory and who is there to do it. */
export const territoryLoad = z.strictObject({
  territoryId: idOf('territory'),
  /** Active, at home here. */
  technicians: wholeNumber,
  /** Of those, by their weekly shifts. */
  shiftHoursPerWeek: z.number(),
  openRequests: wholeNumber,
  waitingAppointments: wholeNumber,
  plannedAppointments: wholeNumber,
  /** Waiting and planned work without travel. */
  workHours: z.number(),
});
export type TerritoryLoad = z.infer<typeof territoryLoad>;

export const getTerritoryLoads = endpoint({
  method: 'GET',
  path: '/v1/territory-loads',
  entry: 'administration',
  summary: 'Technicians, hours, requests and appointments by territory, for seven days from a day on',
  access: staff('dispatcher', 'manager', 'administrator'),
  query: z.strictObject({ from: day }),
  response: z.strictObject({ loads: z.array(territoryLoad) }),
});
