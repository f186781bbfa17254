import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { minorUnits } from './money.ts';
import { wholeNumber } from './scalar.ts';
import { day, instant } from './time.ts';

/** What a work order takes of what a contract includes. */
export const contractDrawing = z.strictObject({
  contractId: idOf('serviceContract'),
  /** The first day of the period that it is taken from. */
  periodOn: day,
  appointments: wholeNumber,
  labourSeconds: wholeNumber,
  spendMinorUnits: minorUnits,
});
export type ContractDrawing = z.infer<typeof contractDrawing>;

/** What is left of a contract's period; the store never lets a figure fall below zero. Absent: not limited. */
export const contractUsageSchema = z.strictObject({
  contractId: idOf('serviceContract'),
  periodOn: day,
  version: z.int().check(z.positive()),
  updatedAt: instant,
  appointmentsLeft: z.optional(wholeNumber),
  labourSecondsLeft: z.optional(z.int().check(z.nonnegative())),
  spendLeftMinorUnits: z.optional(minorUnits),
});
export type ContractUsage = z.infer<typeof contractUsageSchema>;
