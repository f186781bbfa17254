import { isBefore, secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { InstantSpan } from '../../shared/model/time.ts';
import type { DealtDay } from '../../shared/routing/deal-stops.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';

interface DaysQuestion {
  readonly days: readonly (InstantSpan & { readonly day: string })[];
  readonly technicians: readonly Technician[];
  readonly zones: ReadonlyMap<string, string>;
  readonly guards: readonly TechnicianDay[];
  readonly now: string;
  /** The territories of the plan: whoever serves several of them counts in each with his share. */
  readonly planned: readonly string[];
}

/** How much of each day is left, by technician: his shifts from now on, less what is taken. */
export const dealtDays = ({ days, technicians, zones, guards, now, planned }: DaysQuestion): DealtDay[] =>
  days.map(({ day, from, to }) => ({
    day,
    from,
    to,
    technicians: technicians.map((technician) => {
      const zone = zones.get(technician.territoryIds[0] ?? '') ?? 'UTC';
      const taken = guards.find((guard) => guard.technicianId === technician.id && guard.day === day)?.intervals ?? [];
      const shifts = shiftsOn(technician, day, zone).flatMap((shift) => partAfter(shift, now));
      const free = sum(shifts.map(lengthOf)) - sum(taken.flatMap((span) => partAfter(span, now)).map(lengthOf));
      const shares = technician.territoryIds.filter((id) => planned.includes(id)).length;
      return { skills: technician.skills, freeSeconds: Math.max(0, free) / Math.max(1, shares) };
    }),
  }));

const partAfter = ({ from, to }: InstantSpan, now: string): InstantSpan[] =>
  isBefore(now, to) ? [{ from: isBefore(from, now) ? now : from, to }] : [];

const lengthOf = ({ from, to }: InstantSpan): number => secondsBetween(from, to);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
