import type { ExclusionReason } from '../model/plan.ts';
import type { ProblemStop, ProblemTechnician } from './problem.ts';

/** The first rule that keeps a stop from a technician however his day is arranged, parts apart; nothing where none does. */
export const unsuitability = (technician: ProblemTechnician, stop: ProblemStop): ExclusionReason | undefined => {
  if (!technician.territoryIds.includes(stop.territoryId)) return 'not-in-territory';
  for (const { skillId, level } of stop.skills) {
    const held = technician.skills.filter((skill) => skill.skillId === skillId);
    if (held.some((skill) => skill.level >= level)) continue;
    if (technician.expiredSkillIds.includes(skillId)) return 'certificate-expired';
    return held.length === 0 ? 'skill-missing' : 'skill-level-too-low';
  }
  const open = technician.shifts.filter(({ to }) => to > technician.availableFrom);
  if (open.length === 0) return 'off-shift';
  const isAbsent = open.every((shift) =>
    technician.blocks.some(({ from, to }) => from <= Math.max(shift.from, technician.availableFrom) && to >= shift.to),
  );
  return isAbsent ? 'absent' : undefined;
};
