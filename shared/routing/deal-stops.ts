import { isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { HeldSkill } from '../model/skill.ts';
import type { Day, InstantSpan } from '../model/time.ts';

/** A day of the horizon as a dealer sees it. */
export interface DealtDay extends InstantSpan {
  readonly day: Day;
  readonly technicians: readonly { readonly skills: readonly HeldSkill[]; readonly freeSeconds: number }[];
}

export interface Deal {
  /** Those that are to be tried on the first of the days. */
  readonly first: readonly Appointment[];
  /** Those of them that may be tried on a later one as well. */
  readonly mayWait: ReadonlySet<string>;
}

/** Driving that a stop brings with it, for want of better knowledge. */
const usualTravelSeconds = 900;
/** A day is dealt this share of what it could hold, so that there is something to choose from. */
const dealtShare = 1.2;
const urgency = ['emergency', 'high', 'normal', 'low'] as const;

/**
 * Deals waiting appointments to days: by priority, then by due time, each to the first day on which somebody able works
 * and time is left; what fits on none is tried on the last that is possible. It is asked anew before each day, so that
 * what found no place on its day is dealt to a later one.
 */
export const dealStops = (days: readonly DealtDay[], waiting: readonly Appointment[]): Deal => {
  const room = new Map(days.map(({ day, technicians }) => [day, dealtShare * sumOf(technicians)]));
  const first: Appointment[] = [];
  const mayWait = new Set<string>();
  for (const appointment of [...waiting].sort(byUrgency)) {
    const possible = possibleDays(days, appointment);
    const needed = appointment.durationSeconds + usualTravelSeconds;
    const dealt = possible.find(({ day }) => (room.get(day) ?? 0) >= needed) ?? possible.at(-1);
    if (!dealt) continue;
    room.set(dealt.day, (room.get(dealt.day) ?? 0) - needed);
    if (dealt.day !== days[0]?.day) continue;
    first.push(appointment);
    if (possible.length > 1) mayWait.add(appointment.id);
  }
  return { first, mayWait };
};

const byUrgency = (a: Appointment, b: Appointment): number =>
  urgency.indexOf(a.priority) - urgency.indexOf(b.priority) ||
  Date.parse(a.dueBy) - Date.parse(b.dueBy) ||
  (a.id < b.id ? -1 : 1);

const sumOf = (technicians: DealtDay['technicians']): number =>
  technicians.reduce((sum, { freeSeconds }) => sum + freeSeconds, 0);

/** Where nobody able works on any day, the last day is tried, so that the reasons are told. */
const possibleDays = (days: readonly DealtDay[], appointment: Appointment): DealtDay[] => {
  const begun = days.filter(({ to }) => isBefore(appointment.earliestStartAt, to));
  const { arrivalWindow: window } = appointment;
  const told = begun.filter(({ from, to }) => window && isBefore(window.from, to) && !isBefore(window.to, from));
  const open = told.length > 0 ? told : begun;
  const able = open.filter((day) => isAnyoneAble(day, appointment));
  return able.length > 0 ? able : open.slice(-1);
};

const isAnyoneAble = ({ day, technicians }: DealtDay, { skillRequirements }: Appointment): boolean =>
  technicians.some(
    ({ skills, freeSeconds }) =>
      freeSeconds > 0 &&
      skillRequirements.every(({ skillId, level }) =>
        skills.some(
          (held) =>
            held.skillId === skillId && held.level >= level && (held.expiresOn === undefined || held.expiresOn >= day),
        ),
      ),
  );
