import type { ProblemStop, ProblemTechnician } from '../problem.ts';

/** Later than every instance of the literature ends, and still a small whole number. */
export const never = 1_000_000_000;

/** Files of others have no calendar. */
export const startAt = '1970-01-01T00:00:00.000Z';

/** One territory is all that such files know. */
const everywhere = 'everywhere';

/** A stop that asks for nothing but its time. */
export const plainStop = (given: Pick<ProblemStop, 'id' | 'place' | 'durationSeconds'>): ProblemStop => ({
  version: 1,
  territoryId: everywhere,
  earliest: 0,
  due: never,
  priority: 0,
  skills: [],
  parts: [],
  ...given,
});

/** A technician who can only drive, from `startPlace` and within his shifts. */
export const plainTechnician = (given: Pick<ProblemTechnician, 'id' | 'startPlace' | 'shifts'>): ProblemTechnician => ({
  territoryIds: [everywhere],
  availableFrom: given.shifts[0]?.from ?? 0,
  blocks: [],
  skills: [],
  expiredSkillIds: [],
  vanStock: new Map(),
  ...given,
});
