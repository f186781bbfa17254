import type { ProblemStop, ProblemTechnician, Seconds } from '../problem.ts';
import type { Timeline } from './timeline.ts';

/** What keeps a stop from a technician; the order is the order of asking. */
export type BindingRule =
  | 'not-in-territory'
  | 'technician-not-allowed'
  | 'skill-missing'
  | 'skill-level-too-low'
  | 'certificate-expired'
  | 'off-shift'
  | 'absent'
  | 'part-not-on-van'
  | 'overloaded'
  | 'too-many-stops'
  | 'outside-arrival-window'
  | 'no-free-time';

/** The first rule that keeps a stop from a technician however his day is arranged; nothing where none does. */
export const technicianRule = (technician: ProblemTechnician, stop: ProblemStop): BindingRule | undefined => {
  if (!technician.territoryIds.includes(stop.territoryId)) return 'not-in-territory';
  const isAllowed = stop.allowedTechnicianIds?.includes(technician.id) !== false;
  if (!isAllowed || stop.forbiddenTechnicianIds?.includes(technician.id)) return 'technician-not-allowed';
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

/** The first rule of his van or his maxima that keeps a stop from one of his shifts, wherever it would stand there. */
export const shiftRule = (timeline: Timeline, stop: ProblemStop): BindingRule | undefined => {
  const { technician, visits, spareParts } = timeline;
  if (stop.parts.some(({ partId, quantity }) => (spareParts.get(partId) ?? 0) < quantity)) return 'part-not-on-van';
  const stops = visits.flatMap((visit) => visit.stop ?? []);
  if (stops.length >= (technician.maxStopsPerShift ?? Infinity)) return 'too-many-stops';
  const isTooMuch = technician.capacity?.some((most, dimension) => loadOf([...stops, stop], dimension) > most);
  return isTooMuch ? 'overloaded' : undefined;
};

/** What must fit at most, whatever the order: all that is brought, or all that is taken up. */
const loadOf = (stops: readonly ProblemStop[], dimension: number): number => {
  const brought = stops.reduce((sum, { delivery }) => sum + (delivery?.[dimension] ?? 0), 0);
  const taken = stops.reduce((sum, { pickup }) => sum + (pickup?.[dimension] ?? 0), 0);
  return taken > 0 && brought > 0 ? brought + taken : Math.max(brought, taken);
};

/** Whether his certificates count while the work is done. */
export const isCertified = (technician: ProblemTechnician, stop: ProblemStop, from: Seconds, to: Seconds): boolean =>
  stop.skills.every(({ skillId, level }) =>
    technician.skills.some(
      ({ validFrom = -Infinity, validTo = Infinity, ...held }) =>
        held.skillId === skillId && held.level >= level && validFrom <= from && to <= validTo,
    ),
  );
