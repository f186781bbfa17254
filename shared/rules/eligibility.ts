import type { Appointment } from '../model/appointment.ts';
import type { ExclusionReason } from '../model/plan.ts';
import type { SkillRequirement } from '../model/skill.ts';
import type { Technician } from '../model/technician.ts';
import type { Day } from '../model/time.ts';

/** Why a technician cannot have an appointment: code, English words, and the values behind them for other languages. */
export interface Ineligibility {
  readonly reason: ExclusionReason;
  readonly fact: string;
  readonly values?: Record<string, string | number>;
}

export interface EligibilityQuestion {
  readonly technician: Pick<Technician, 'active' | 'territoryIds' | 'skills'>;
  readonly appointment: Pick<Appointment, 'territoryId' | 'skillRequirements'>;
  /** The day of the work, on which certificates must still hold. */
  readonly day: Day;
  /** By id, for the words of the facts. */
  readonly skillNames?: ReadonlyMap<string, string> | undefined;
}

/** The first rule about the person himself, whatever his day looks like, that forbids it; nothing where none does. */
export const ineligibilityOf = (question: EligibilityQuestion): Ineligibility | undefined => {
  const { technician, appointment } = question;
  if (!technician.active) return { reason: 'inactive', fact: 'no longer works here' };
  if (!technician.territoryIds.some((id) => id === appointment.territoryId)) {
    return { reason: 'not-in-territory', fact: 'does not serve this territory' };
  }
  for (const requirement of appointment.skillRequirements) {
    const lack = lackOf(question, requirement);
    if (lack) return lack;
  }
  return undefined;
};

const lackOf = ({ technician, day, skillNames }: EligibilityQuestion, required: SkillRequirement) => {
  const skill = skillNames?.get(required.skillId) ?? required.skillId;
  const values = { skillId: required.skillId, skill, level: required.level };
  const held = technician.skills.filter(({ skillId }) => skillId === required.skillId);
  if (held.length === 0) {
    return ineligible('skill-missing', `needs ${skill} level ${required.level}`, values);
  }
  const able = held.filter(({ level }) => level >= required.level);
  if (able.length === 0) {
    const heldLevel = Math.max(...held.map(({ level }) => level));
    const fact = `needs ${skill} level ${required.level}, has level ${heldLevel}`;
    return ineligible('skill-level-too-low', fact, { ...values, heldLevel });
  }
  if (able.every(({ expiresOn }) => expiresOn !== undefined && expiresOn < day)) {
    const expiredOn = able[0]?.expiresOn ?? day;
    return ineligible('certificate-expired', `certificate for ${skill} expired on ${expiredOn}`, {
      ...values,
      expiredOn,
    });
  }
  return undefined;
};

const ineligible = (reason: ExclusionReason, fact: string, values: Record<string, string | number>): Ineligibility => ({
  reason,
  fact,
  values,
});
