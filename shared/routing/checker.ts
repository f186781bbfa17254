import type { Problem, ProblemStop, ProblemTechnician } from './problem.ts';
import type { Route, Solution, SolutionStop } from './solution.ts';
import type { Violation, ViolationKind } from './violation.ts';

/**
 * Every constraint that a solution breaks, found from the problem alone: this file shares no code with the solver, so that an
 * error there cannot hide itself here. What stood before and was not touched is not judged; it was a person's decision.
 */
export const checkSolution = (problem: Problem, solution: Solution): Violation[] => [
  ...checkCompleteness(problem, solution),
  ...solution.routes.flatMap((route) => checkRoute(problem, route)),
  ...checkFigures(problem, solution),
];

const checkCompleteness = (problem: Problem, solution: Solution): Violation[] => {
  const known = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const seen = new Set<string>();
  const violations: Violation[] = [];
  const see = (stopId: string) => {
    if (!known.has(stopId)) violations.push(broken('unknown-stop', `${stopId} is not in the problem`, { stopId }));
    if (seen.has(stopId)) violations.push(broken('stop-twice', `${stopId} stands twice`, { stopId }));
    seen.add(stopId);
  };
  for (const { stops } of solution.routes) for (const { stopId } of stops) see(stopId);
  for (const { stopId } of solution.unassigned) {
    see(stopId);
    if (known.get(stopId)?.present) {
      violations.push(broken('stop-dropped', `${stopId} stood on the day and was dropped`, { stopId }));
    }
  }
  for (const { id } of problem.stops) {
    if (!seen.has(id))
      violations.push(broken('stop-missing', `${id} is neither planned nor explained`, { stopId: id }));
  }
  return violations;
};

const broken = (
  kind: ViolationKind,
  detail: string,
  where: { readonly technicianId?: string; readonly stopId?: string } = {},
): Violation => ({ kind, detail, ...where });

/** A stop of a route beside what the problem says of it. */
interface Visit {
  readonly planned: SolutionStop;
  readonly stop: ProblemStop;
  /** It stands exactly as before planning. */
  readonly untouched: boolean;
}

const checkRoute = (problem: Problem, route: Route): Violation[] => {
  const technician = problem.technicians.find(({ id }) => id === route.technicianId);
  if (!technician) {
    return [
      broken('unknown-technician', `${route.technicianId} is not in the problem`, { technicianId: route.technicianId }),
    ];
  }
  const visits = visitsOf(problem, route);
  const touched = visits.filter(({ untouched }) => !untouched);
  return [
    ...touched.flatMap((visit) => checkVisit(technician, visit)),
    ...checkParts(technician, visits),
    ...checkWays(problem, technician, visits),
    ...checkBreak(problem, technician, visits, route),
  ];
};

const visitsOf = (problem: Problem, route: Route): Visit[] => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  return route.stops.flatMap((planned) => {
    const stop = stops.get(planned.stopId);
    if (!stop) return [];
    const { present } = stop;
    const untouched =
      present?.technicianId === route.technicianId && present.from === planned.start && present.to === planned.end;
    return [{ planned, stop, untouched }];
  });
};

const checkVisit = (technician: ProblemTechnician, { planned, stop }: Visit): Violation[] => {
  const { start, end } = planned;
  const covers = ({ from, to }: { from: number; to: number }) => from <= start && end <= to;
  const meets = ({ from, to }: { from: number; to: number }) => from < end && start < to;
  const able = stop.skills.every(({ skillId, level }) =>
    technician.skills.some((held) => held.skillId === skillId && held.level >= level),
  );
  const findings: [ViolationKind, boolean][] = [
    ['fixed-stop-moved', stop.present?.fixed === true],
    ['not-in-territory', !technician.territoryIds.includes(stop.territoryId)],
    ['skill-lacking', !able],
    ['wrong-duration', end - start !== stop.durationSeconds],
    ['too-early', start < stop.earliest || start < technician.availableFrom],
    ['outside-window', stop.window !== undefined && (start < stop.window.from || start > stop.window.to)],
    ['outside-shift', !technician.shifts.some(covers)],
    ['in-a-block', technician.blocks.some(meets)],
  ];
  return findings
    .filter(([, isBroken]) => isBroken)
    .map(([kind]) =>
      broken(kind, `${stop.id} from ${start} to ${end}`, { technicianId: technician.id, stopId: stop.id }),
    );
};

/** Untouched stops may already ask for more than the van has; added ones may not. */
const checkParts = (technician: ProblemTechnician, visits: readonly Visit[]): Violation[] => {
  const violations: Violation[] = [];
  const used = new Map<string, number>();
  const inOrder = [...visits.filter(({ untouched }) => untouched), ...visits.filter(({ untouched }) => !untouched)];
  for (const { stop, untouched } of inOrder) {
    for (const { partId, quantity } of stop.parts) {
      const total = (used.get(partId) ?? 0) + quantity;
      used.set(partId, total);
      if (untouched || total <= (technician.vanStock.get(partId) ?? 0)) continue;
      const where = { technicianId: technician.id, stopId: stop.id };
      violations.push(broken('part-lacking', `${stop.id} needs ${quantity} of ${partId}`, where));
    }
  }
  return violations;
};

/** A stretch of the day that is taken, by a stop or by a block. */
interface Taken {
  readonly from: number;
  readonly to: number;
  readonly place: number | undefined;
  readonly visit?: Visit;
}

const takenOf = (technician: ProblemTechnician, visits: readonly Visit[]): Taken[] =>
  [
    ...visits.map((visit): Taken => {
      const { planned, stop } = visit;
      return { from: planned.start, to: planned.end, place: stop.place, visit };
    }),
    ...technician.blocks.map(({ from, to, place }): Taken => ({ from, to, place })),
  ].sort((a, b) => a.from - b.from);

/** Enough time between one and the next wherever one of them was added, and legs as the matrix has them. */
const checkWays = (problem: Problem, technician: ProblemTechnician, visits: readonly Visit[]): Violation[] => {
  const { seconds, metres, size } = problem.matrix;
  const violations: Violation[] = [];
  let free = technician.availableFrom;
  let place = technician.startPlace;
  let beforeAdded = false;
  for (const taken of takenOf(technician, visits)) {
    const cell = place * size + (taken.place ?? place);
    const leg = taken.place === undefined ? 0 : (seconds[cell] ?? 0);
    const added = taken.visit !== undefined && !taken.visit.untouched;
    const where = { technicianId: technician.id, ...(taken.visit && { stopId: taken.visit.stop.id }) };
    if ((added || beforeAdded) && free + leg > taken.from) {
      violations.push(broken('travel-too-short', `free at ${free}, ${leg} s of way, expected at ${taken.from}`, where));
    }
    const told = taken.visit?.planned;
    if (told && (told.travelSeconds !== leg || told.travelMetres !== (metres[cell] ?? 0))) {
      violations.push(broken('wrong-leg', `the way takes ${leg} s, not ${told.travelSeconds}`, where));
    }
    free = Math.max(free, taken.to);
    place = taken.place ?? place;
    beforeAdded = added;
  }
  return violations;
};

/** A break is due on every route where what stood before left room for one. */
const checkBreak = (
  problem: Problem,
  technician: ProblemTechnician,
  visits: readonly Visit[],
  { breakAt }: Route,
): Violation[] => {
  const rule = technician.breakRule;
  if (!rule) return [];
  const where = { technicianId: technician.id };
  if (breakAt === undefined) {
    const untouched = visits.filter((visit) => visit.untouched);
    const hadRoom = breakStarts(problem, technician, untouched).length > 0;
    return hadRoom ? [broken('break-lacking', 'no break, though there was room for one', where)] : [];
  }
  const fits = breakStarts(problem, technician, visits).some(({ from, to }) => from <= breakAt && breakAt <= to);
  return fits ? [] : [broken('break-lacking', `no room for a break at ${breakAt}`, where)];
};

/** From when to when a break may begin: inside the rule's time, between two stretches whose way leaves enough over. */
const breakStarts = (
  problem: Problem,
  technician: ProblemTechnician,
  visits: readonly Visit[],
): { from: number; to: number }[] => {
  const rule = technician.breakRule;
  if (!rule) return [];
  const starts: { from: number; to: number }[] = [];
  let free = technician.availableFrom;
  let place = technician.startPlace;
  for (const taken of [...takenOf(technician, visits), undefined]) {
    const leg =
      taken?.place === undefined ? 0 : (problem.matrix.seconds[place * problem.matrix.size + taken.place] ?? 0);
    const until = taken?.from ?? Infinity;
    const from = Math.max(free, rule.earliest);
    const to = Math.min(rule.latest, until - rule.durationSeconds);
    if (from <= to && until - free >= leg + rule.durationSeconds) starts.push({ from, to });
    free = Math.max(free, taken?.to ?? free);
    place = taken?.place ?? place;
  }
  return starts;
};

const checkFigures = (problem: Problem, solution: Solution): Violation[] => {
  const due = new Map(problem.stops.map((stop) => [stop.id, stop.due]));
  const counted = { scheduled: 0, late: 0, travelSeconds: 0, travelMetres: 0 };
  const violations: Violation[] = [];
  for (const { technicianId, stops, travelSeconds, travelMetres } of solution.routes) {
    let [seconds, metres] = [0, 0];
    for (const stop of stops) {
      counted.scheduled += 1;
      if (stop.end > (due.get(stop.stopId) ?? Infinity)) counted.late += 1;
      seconds += stop.travelSeconds;
      metres += stop.travelMetres;
    }
    counted.travelSeconds += seconds;
    counted.travelMetres += metres;
    if (seconds !== travelSeconds || metres !== travelMetres) {
      violations.push(broken('wrong-figures', `the ways add up to ${seconds} s and ${metres} m`, { technicianId }));
    }
  }
  const { scheduled, late, travelSeconds, travelMetres } = solution.figures;
  const told = { scheduled, late, travelSeconds, travelMetres };
  if (JSON.stringify(told) !== JSON.stringify(counted)) {
    violations.push(broken('wrong-figures', `counted ${JSON.stringify(counted)}, told ${JSON.stringify(told)}`));
  }
  return violations;
};
