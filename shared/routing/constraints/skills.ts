import { forbid, type Constraint } from '../kernel/draft.ts';
import type { HeldSkill } from '../problem.ts';

/** A technician has each skill at the level asked for, and its certificate counts in the whole time that the shift and the stop share. */
export const skills: Constraint = {
  compile(draft) {
    const { stops } = draft.problem;
    if (stops.every((stop) => stop.skills.length === 0)) return;
    forbid(draft, ({ technician, shift }, index) => {
      const stop = stops[index]!;
      const covers = ({ validFrom, validTo }: HeldSkill) =>
        (validFrom === undefined || validFrom <= shift.from) && (validTo === undefined || validTo >= shift.to);
      return stop.skills.some(
        ({ skillId, level }) =>
          !technician.skills.some((held) => held.skillId === skillId && held.level >= level && covers(held)),
      );
    });
  },
};
