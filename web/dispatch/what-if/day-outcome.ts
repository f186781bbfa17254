import type { InstantSpan } from '../../../shared/model/time.ts';
import { secondsBetween } from '../../../shared/geo/instant-arithmetic.ts';
import type { Problem, ProblemTechnician, TimeSpan } from '../../../shared/routing/problem.ts';
import type { Route, Solution } from '../../../shared/routing/solution.ts';

/** How much of a technician's remaining shift work and driving take. */
export interface TechnicianLoad {
  readonly technicianId: string;
  /** Above 100 where he works on after his shift. */
  readonly percent: number;
}

/** What a day comes to from now on: the figures by which two ways of doing it are compared. */
export interface DayOutcome {
  readonly planned: number;
  /** Found no place. */
  readonly lost: number;
  /** Of those, emergencies and high priority. */
  readonly lostUrgent: number;
  /** Over after they are due. */
  readonly late: number;
  readonly travelSeconds: number;
  /** Work after the end of the shifts as they stand today. */
  readonly overtimeSeconds: number;
  /** Work at customers as a share of the shifts that are left. */
  readonly utilisationPercent: number;
  /** Points between the busiest technician and the least busy one. */
  readonly spreadPoints: number;
  readonly loads: readonly TechnicianLoad[];
}

/** `usual` are the shifts as they stand today, by technician; who is not among them has those of the problem. */
export const dayOutcome = (
  problem: Problem,
  solution: Solution,
  usual: ReadonlyMap<string, readonly InstantSpan[]>,
): DayOutcome => {
  const priority = new Map(problem.stops.map((stop) => [stop.id, stop.priority]));
  const days = problem.technicians.flatMap((technician) => {
    const route = solution.routes.find(({ technicianId }) => technicianId === technician.id);
    return route ? technicianDay(problem, technician, route, usual.get(technician.id)) : [];
  });
  const loads = days
    .filter(({ shift }) => shift > 0)
    .map(({ technicianId, work, travel, shift }) => ({
      technicianId,
      percent: Math.round((100 * (work + travel)) / shift),
    }));
  const percents = loads.map(({ percent }) => percent);
  const shift = total(days.map((day) => day.shift));
  const { scheduled, late, travelSeconds } = solution.figures;
  return {
    planned: scheduled,
    lost: solution.unassigned.length + problem.leftOut,
    lostUrgent: solution.unassigned.filter(({ stopId }) => (priority.get(stopId) ?? 9) < 2).length,
    late,
    travelSeconds,
    overtimeSeconds: total(days.map(({ overtime }) => overtime)),
    utilisationPercent: shift > 0 ? Math.round((100 * total(days.map(({ work }) => work))) / shift) : 0,
    spreadPoints: percents.length > 0 ? Math.max(...percents) - Math.min(...percents) : 0,
    loads,
  };
};

/** Seconds of one technician, from when he can take something on. */
const technicianDay = (
  { startAt }: Problem,
  { id, shifts, blocks, availableFrom }: ProblemTechnician,
  { stops, travelSeconds }: Route,
  usual: readonly InstantSpan[] | undefined,
) => {
  const left = (spans: readonly TimeSpan[]) =>
    total(spans.map(({ from, to }) => Math.max(0, to - Math.max(from, availableFrom))));
  const ends = usual?.map(({ to }) => secondsBetween(startAt, to)) ?? shifts.map(({ to }) => to);
  const usualEnd = Math.max(0, ...ends);
  const visits = stops.map(({ start, end }) => ({ from: start, to: end }));
  return {
    technicianId: id,
    work: left(visits),
    travel: travelSeconds,
    shift: Math.max(0, left(shifts) - left(blocks)),
    overtime: total(visits.map(({ from, to }) => Math.max(0, to - Math.max(from, usualEnd)))),
  };
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
