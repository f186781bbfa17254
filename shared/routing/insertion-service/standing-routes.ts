import type { Problem, ProblemTechnician, Seconds, TimeSpan } from '../problem.ts';
import type { StandingRoute } from './timeline.ts';

/** A day as it stands, without planning: every stop where it is now, every break in the first free moment of its time. */
export const standingRoutes = ({ technicians, stops }: Pick<Problem, 'technicians' | 'stops'>): StandingRoute[] => {
  const own = new Map<string, StandingRoute['stops'][number][]>(technicians.map(({ id }) => [id, []]));
  for (const { id, present } of stops) {
    if (present) own.get(present.technicianId)?.push({ stopId: id, start: present.from, end: present.to });
  }
  return technicians.map((technician) => {
    const standing = own.get(technician.id) ?? [];
    const taken = [...standing.map(({ start: from, end: to }) => ({ from, to })), ...technician.blocks];
    const breakAt = freeMoment(technician, taken);
    return { technicianId: technician.id, stops: standing, ...(breakAt !== undefined && { breakAt }) };
  });
};

/** It may interrupt a drive, so that only work is in its way. */
const freeMoment = (
  { breakRule, availableFrom }: ProblemTechnician,
  taken: readonly TimeSpan[],
): Seconds | undefined => {
  if (!breakRule) return undefined;
  const { earliest, latest, durationSeconds } = breakRule;
  const from = Math.max(earliest, availableFrom);
  return [from, ...taken.map(({ to }) => to)]
    .filter((at) => at >= from && at <= latest)
    .sort((a, b) => a - b)
    .find((at) => taken.every((span) => span.to <= at || at + durationSeconds <= span.from));
};
