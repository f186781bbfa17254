import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { place } from './place.ts';
import { emailAddress, language, phoneNumber, shortText } from './scalar.ts';
import { heldSkill } from './skill.ts';
import { durationSeconds, timeOfDay } from './time.ts';
import { weeklyHours } from './territory.ts';

/** A pause without a place that starts between two wall-clock times. */
export const breakRule = z.strictObject({ earliest: timeOfDay, latest: timeOfDay, durationSeconds });

export const technicianSchema = z.strictObject({
  ...recordOf('technician'),
  name: shortText,
  phone: phoneNumber,
  email: emailAddress,
  language,
  employment: z.enum(['staff', 'contractor']),
  /** The first territory is home: its zone reads the shifts, its board shows the row. */
  territoryIds: z.array(idOf('territory')).check(z.minLength(1), z.maxLength(20)),
  skills: z.array(heldSkill).check(z.maxLength(50)),
  shifts: z.array(weeklyHours).check(z.maxLength(14)),
  breakRule: z.optional(breakRule),
  /** Where the day begins and ends. */
  startPlace: place,
  vanStockLocationId: z.optional(idOf('stockLocation')),
  vehicle: shortText,
  active: z.boolean(),
});
export type Technician = z.infer<typeof technicianSchema>;
