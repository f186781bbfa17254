import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { idOf } from '../../model/entity.ts';
import { latestPositionSchema } from '../../model/position-fix.ts';
import { percent, shortText, wholeNumber } from '../../model/scalar.ts';
import { serviceRequestSchema } from '../../model/service-request.ts';
import { takenInterval } from '../../model/technician-day.ts';
import { day, instantSpan } from '../../model/time.ts';
import { changesFrame } from '../live-event.ts';
import { endpoint, staff } from '../endpoint.ts';

const params = z.strictObject({ territoryId: idOf('territory'), day });
const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');

/** A row of the time board. */
export const boardRow = z.strictObject({
  technicianId: idOf('technician'),
  shifts: z.array(instantSpan),
  /** Absences, and appointments in other territories, that take his time. */
  taken: z.array(takenInterval),
  position: z.optional(latestPositionSchema),
  liveState: z.enum(['off-shift', 'available', 'travelling', 'on-site', 'on-break', 'offline']),
});
export type BoardRow = z.infer<typeof boardRow>;

export const getBoard = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/days/{day}/board',
  summary:
    'The day of a territory, or up to seven days from it on: rows, appointments, what waits, open requests, and the live sequence it reflects',
  access: office,
  params,
  query: z.strictObject({ days: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(7))) }),
  response: z.strictObject({
    rows: z.array(boardRow),
    appointments: z.array(appointmentSchema),
    /** Unscheduled, what is due first at the top. At most 1,000; `backlogTotal` tells whether there are more. */
    backlog: z.array(appointmentSchema),
    backlogTotal: wholeNumber,
    openRequests: z.array(serviceRequestSchema),
    sequence: z.int(),
  }),
});

/** Figures of a day; each is defined in shared/rules/day-figures.ts. Shares are absent where nothing counts yet. */
export const dayFiguresSchema = z.strictObject({
  byStatus: z.record(z.string(), wholeNumber),
  unscheduled: wholeNumber,
  onTimePercent: z.optional(percent),
  travelSharePercent: z.optional(percent),
  firstTimeFixPercent: z.optional(percent),
  utilisationPercent: z.optional(percent),
  perTechnician: z.array(
    z.strictObject({
      technicianId: idOf('technician'),
      appointments: wholeNumber,
      completed: wholeNumber,
      workSeconds: wholeNumber,
      travelSeconds: wholeNumber,
      shiftSeconds: wholeNumber,
    }),
  ),
});
export type DayFigures = z.infer<typeof dayFiguresSchema>;

export const getDayFigures = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/days/{day}/figures',
  summary: "The day's figures: appointments by state, on-time share, travel share, first-time fix",
  access: office,
  params,
  response: dayFiguresSchema,
});

export const getLiveChanges = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/live',
  summary:
    'Frames after a sequence number, for a console that missed some; `complete` is false when they are too old and the board must be read anew',
  access: office,
  params: z.strictObject({ territoryId: idOf('territory') }),
  query: z.strictObject({ after: z.coerce.number().check(z.int(), z.minimum(0)) }),
  response: z.strictObject({ frames: z.array(changesFrame), complete: z.boolean() }),
});

export const listWatchers = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/watchers',
  summary: 'Who else has a live console open on this territory; who left is forgotten with the next frame',
  access: office,
  params: z.strictObject({ territoryId: idOf('territory') }),
  response: z.strictObject({ watchers: z.array(z.strictObject({ accountId: z.string(), name: shortText })) }),
});

export const createLiveTicket = endpoint({
  method: 'POST',
  path: '/v1/live/tickets',
  summary: 'A one-time ticket of a minute to open the live socket for some territories',
  access: office,
  body: z.strictObject({ territoryIds: z.array(idOf('territory')).check(z.minLength(1), z.maxLength(50)) }),
  response: z.strictObject({ ticket: z.string(), url: z.string() }),
  status: 201,
});
