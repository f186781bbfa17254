import type { Violation } from '../violation.ts';
import type { CheckedDay, CheckedStop } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

/** Every skill that is asked for is held at its level, by a certificate that counts from beginning to end of the work. */
export const checkSkills = (day: CheckedDay): Violation[] =>
  whereTouched(day, 'skill-lacking', ({ stop, planned }) => !stop.skills.every((asked) => isHeld(day, asked, planned)));

const isHeld = (
  { technician }: CheckedDay,
  asked: CheckedStop['stop']['skills'][number],
  { start, end }: CheckedStop['planned'],
): boolean =>
  technician.skills.some(
    ({ skillId, level, validFrom = -Infinity, validTo = Infinity }) =>
      skillId === asked.skillId && level >= asked.level && validFrom <= start && end <= validTo,
  );
