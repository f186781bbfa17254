import type { Problem, StopDependency } from '../problem.ts';
import type { Solution } from '../solution.ts';
import { broken, type Violation } from '../violation.ts';

interface Done {
  readonly technicianId: string;
  readonly start: number;
  readonly end: number;
}

type DoneStops = ReadonlyMap<string, readonly Done[]>;

/** What must hold between stops holds: order with its bounds, one moment, one day, one technician; and crews meet. */
export const checkDependencies = (problem: Problem, solution: Solution): Violation[] => {
  const done = doneStopsOf(solution);
  const crews = problem.stops.filter(({ id, crewSize = 1 }) => crewSize > 1 && !isTogether(done.get(id) ?? []));
  const wrong = (problem.dependencies ?? []).filter((dependency) => !holds(problem, done, dependency));
  return [
    ...crews.map(({ id: stopId }) => broken('crew-apart', `not all of ${stopId}'s crew are there at once`, { stopId })),
    ...wrong.map((dependency) => {
      const ids = 'stopIds' in dependency ? dependency.stopIds : [dependency.firstId, dependency.secondId];
      return broken('dependency-broken', `${dependency.kind}: ${ids.join(', ')}`, { stopId: ids[0] ?? '' });
    }),
  ];
};

const doneStopsOf = ({ routes }: Solution): DoneStops => {
  const done = new Map<string, Done[]>();
  for (const { technicianId, stops } of routes) {
    for (const { stopId, start, end } of stops) {
      done.set(stopId, [...(done.get(stopId) ?? []), { technicianId, start, end }]);
    }
  }
  return done;
};

const isTogether = (crew: readonly Done[]): boolean =>
  new Set(crew.map(({ start }) => start)).size <= 1 &&
  new Set(crew.map(({ technicianId }) => technicianId)).size === crew.length;

const holds = (problem: Problem, done: DoneStops, dependency: StopDependency): boolean => {
  if (dependency.kind === 'after') return followsInTime(done, dependency);
  const each = dependency.stopIds.map((id) => done.get(id) ?? []);
  const present = each.filter((one) => one.length > 0);
  if (present.length === 0) return true;
  if (present.length < each.length) return false;
  const all = each.flat();
  switch (dependency.kind) {
    case 'same-time':
      return isTogether(all);
    case 'same-day':
      return new Set(all.map(({ start }) => dayOf(problem, start))).size === 1;
    case 'same-technician':
      return new Set(all.map(({ technicianId }) => technicianId)).size === 1;
  }
};

const followsInTime = (done: DoneStops, dependency: Extract<StopDependency, { kind: 'after' }>): boolean => {
  const firsts = done.get(dependency.firstId) ?? [];
  const seconds = done.get(dependency.secondId) ?? [];
  const [first] = firsts;
  const [second] = seconds;
  if (!first && !second) return true;
  if (!first) return false;
  if (!second) return dependency.firstAlone === true;
  const apart = second.start - (dependency.from === 'start' ? first.start : first.end);
  if (apart < dependency.minSeconds || apart > (dependency.maxSeconds ?? Infinity)) return false;
  const others = new Set(firsts.map(({ technicianId }) => technicianId));
  return !dependency.differentTechnicians || !seconds.some(({ technicianId }) => others.has(technicianId));
};

const daySeconds = 86_400;

const dayOf = ({ dayStarts }: Problem, at: number): number =>
  dayStarts ? dayStarts.filter((start) => start <= at).length : Math.floor(at / daySeconds);
