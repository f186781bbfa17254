import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { day } from './time.ts';

export const skillSchema = z.strictObject({ ...recordOf('skill'), name: shortText });
export type Skill = z.infer<typeof skillSchema>;

/** 1 has done it under guidance, 2 does it alone, 3 is the one whom others ask. */
export const skillLevel = z.int().check(z.minimum(1), z.maximum(3));

/** What a technician can do; a certificate that has expired no longer counts. */
export const heldSkill = z.strictObject({ skillId: idOf('skill'), level: skillLevel, expiresOn: z.optional(day) });
export type HeldSkill = z.infer<typeof heldSkill>;

export const skillRequirement = z.strictObject({ skillId: idOf('skill'), level: skillLevel });
export type SkillRequirement = z.infer<typeof skillRequirement>;
