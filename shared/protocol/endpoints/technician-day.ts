import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { partSchema } from '../../model/part.ts';
import { stockLevelSchema } from '../../model/stock.ts';
import { dayOfView } from '../../model/technician-view.ts';
import { technicianSchema } from '../../model/technician.ts';
import { day, instantSpan, timeZone } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

export const getMyDay = endpoint({
  method: 'GET',
  path: '/v1/my/days/{day}',
  entry: 'sync',
  summary:
    "The signed-in technician's day: stops in order with the way between them, van stock and parts. `today` stands for the day it now is in his territory",
  access: staff('technician'),
  params: z.strictObject({ day: z.union([day, z.literal('today')]) }),
  response: z.strictObject({
    day,
    timeZone,
    technician: technicianSchema,
    shifts: z.array(instantSpan),
    appointments: z.array(appointmentSchema),
    /** The way from the start through the stops, one leg per stop. */
    legs: dayOfView.shape.legs,
    stock: z.array(stockLevelSchema),
    parts: z.array(partSchema),
  }),
});
