import { placeIf, proposed, withTechnician, type ChangeKind } from './change-search.ts';

/** Nobody learns a skill today: as bad as four hours of travel. */
const skillPrice = 4 * 3600;

/** Where one skill, level or certificate is all that a technician lacks. */
export const changeSkill: ChangeKind = ({ timelines, stop, rules }) =>
  timelines.flatMap((timeline) => {
    const { skills } = timeline.technician;
    const lacking = stop.skills.filter(
      ({ skillId, level }) => !skills.some((held) => held.skillId === skillId && held.level >= level),
    );
    const [only, another] = lacking;
    if (!only || another) return [];
    const found = placeIf(withTechnician(timeline, { skills: [...skills, only] }), stop, rules);
    return found ? [proposed({ kind: 'skill', ...only }, found, skillPrice)] : [];
  });
