import * as z from 'zod/mini';
import { crewSize } from './crew-size.ts';
import { recordOf } from './entity.ts';
import { fixPromises } from './fix-promises.ts';
import { partRequirement } from './part.ts';
import { priority } from './priority.ts';
import { shortText } from './scalar.ts';
import { skillRequirement } from './skill.ts';
import { durationSeconds } from './time.ts';

/** One checklist step as the template has it. */
export const taskTemplate = z.strictObject({
  label: shortText,
  answer: z.enum(['check', 'number', 'text']),
  unit: z.optional(shortText),
  required: z.boolean(),
});

export const workTypeSchema = z.strictObject({
  ...recordOf('workType'),
  name: shortText,
  /** The asset classes it serves; empty: no asset needed. */
  assetClasses: z.array(shortText).check(z.maxLength(50)),
  durationSeconds,
  crewSize: z.optional(crewSize),
  priority,
  skillRequirements: z.array(skillRequirement).check(z.maxLength(10)),
  partRequirements: z.array(partRequirement).check(z.maxLength(20)),
  tasks: z.array(taskTemplate).check(z.maxLength(50)),
  /** The promise where no contract gives a better one. */
  fixWithinSeconds: fixPromises,
  /** Whether customers may choose it on the web form. */
  offeredToCustomers: z.boolean(),
});
export type WorkType = z.infer<typeof workTypeSchema>;
