import { overlaps } from '../geo/instant-arithmetic.ts';
import type { Absence } from '../model/absence.ts';
import type { TechnicianDay } from '../model/technician-day.ts';

export type AbsenceResult =
  | { readonly ok: true; readonly days: readonly TechnicianDay[] }
  | {
      readonly ok: false;
      readonly reason: 'work-planned' | 'already-absent';
      /** The appointments, or the absences, that stand in that time. */
      readonly ids: readonly string[];
    };

/**
 * The guards of the days that an absence touches, with its time taken. Planned work stands against it, unless that is
 * accepted: then both stand until the work is moved, and nothing new is planned there.
 */
export const takeAbsence = (
  days: readonly TechnicianDay[],
  { id, span }: Pick<Absence, 'id' | 'span'>,
  despite: readonly 'work-planned'[] = [],
): AbsenceResult => {
  const conflicts = days.flatMap(({ intervals }) => intervals).filter((one) => overlaps(one, span));
  const idsOf = (kind: 'appointment' | 'absence') => [
    ...new Set(conflicts.filter((one) => (one.kind === 'absence') === (kind === 'absence')).map((one) => one.id)),
  ];
  if (idsOf('absence').length > 0) return { ok: false, reason: 'already-absent', ids: idsOf('absence') };
  if (idsOf('appointment').length > 0 && !despite.includes('work-planned')) {
    return { ok: false, reason: 'work-planned', ids: idsOf('appointment') };
  }
  const interval = { kind: 'absence', id, ...span } as const;
  return {
    ok: true,
    days: days.map((day) => ({
      ...day,
      intervals: [...day.intervals, interval].sort((a, b) => Date.parse(a.from) - Date.parse(b.from)),
    })),
  };
};
