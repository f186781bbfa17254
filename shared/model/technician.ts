import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { place } from './place.ts';
import { emailAddress, language, phoneNumber, shortText } from './scalar.ts';
import { heldSkill } from './skill.ts';
import { day, durationSeconds, timeOfDay } from './time.ts';
import { weeklyHours } from './territory.ts';

/** A pause without a place that starts between two wall-clock times. */
export const breakRule = z.strictObject({ earliest: timeOfDay, latest: timeOfDay, durationSeconds });

/** A stretch of the week in which somebody works: every week, or every so many weeks counted from the one in which it begins. */
export const shiftPattern = z
  .strictObject({
    ...weeklyHours.shape,
    /** The first and last day on which it holds; absent: always. */
    startsOn: z.optional(day),
    endsOn: z.optional(day),
    everyWeeks: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
  })
  .check(
    z.refine(({ from, to }) => from < to, { error: 'must end after it begins', path: ['to'] }),
    z.refine(({ startsOn = '', endsOn = '9' }) => startsOn <= endsOn, {
      error: 'must end after it begins',
      path: ['endsOn'],
    }),
    z.refine(({ everyWeeks = 1, startsOn }) => everyWeeks === 1 || startsOn !== undefined, {
      error: 'the week that is counted from must be named',
      path: ['startsOn'],
    }),
  );
export type ShiftPattern = z.infer<typeof shiftPattern>;

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
  shifts: z.array(shiftPattern).check(z.maxLength(14)),
  breakRule: z.optional(breakRule),
  /** Where the day begins and ends. */
  startPlace: place,
  vanStockLocationId: z.optional(idOf('stockLocation')),
  vehicle: shortText,
  active: z.boolean(),
});
export type Technician = z.infer<typeof technicianSchema>;
