import type { Problem, ProblemStop, ProblemTechnician, Seconds, TimeSpan } from '../problem.ts';
import type { SolutionBreak, SolutionPickup } from '../solution.ts';

/** Something that stands on a timeline. */
export interface TimelineVisit {
  readonly stop?: ProblemStop;
  readonly from: Seconds;
  readonly to: Seconds;
  /** -1: wherever he is. */
  readonly place: number;
  /** It may begin so late and still keep what was promised; what may not move: its present start. */
  readonly latest: Seconds;
  /** It may interrupt a drive. */
  readonly isBreak?: boolean;
  /** Only where `latest` goes beyond what was promised: beginning after this breaks it. */
  readonly promised?: Seconds;
}

/** What stands on a technician's day, as a solution has it or as it was found. */
export interface StandingRoute {
  readonly technicianId: string;
  readonly stops: readonly { readonly stopId: string; readonly start: Seconds; readonly end: Seconds }[];
  readonly breakAt?: Seconds;
  readonly breaks?: readonly SolutionBreak[];
  readonly pickups?: readonly SolutionPickup[];
}

/** One shift of a technician as it is planned, into which something may be inserted. */
export interface Timeline {
  readonly technician: ProblemTechnician;
  readonly shift: number;
  /** From when and where he sets out. */
  readonly free: Seconds;
  readonly startPlace: number;
  /** -1: he ends at his last stop. */
  readonly endPlace: number;
  readonly shiftEnd: Seconds;
  /** With overtime. */
  readonly limit: Seconds;
  readonly visits: readonly TimelineVisit[];
  /** Nothing may be inserted before this position: what is there keeps its place in the order. */
  readonly firstPosition: number;
  /** What the van carries beyond what all its stops use. */
  readonly spareParts: ReadonlyMap<string, number>;
}

/** The shifts of all technicians with what a solution puts there. A break is kept as it is planned, or later in its time. */
export const timelinesOf = (
  problem: Pick<Problem, 'technicians' | 'stops' | 'dependencies'>,
  solution: { readonly routes: readonly StandingRoute[] },
): Timeline[] => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const bound = boundStops(problem);
  const routes = new Map(solution.routes.map((route) => [route.technicianId, route]));
  return problem.technicians.flatMap((technician) =>
    timelinesOfTechnician(technician, routes.get(technician.id), stops, bound),
  );
};

/** Those whose time others depend on. */
const boundStops = ({ stops, dependencies = [] }: Pick<Problem, 'stops' | 'dependencies'>): Set<string> =>
  new Set([
    ...stops.filter(({ crewSize = 1 }) => crewSize > 1).map(({ id }) => id),
    ...dependencies.flatMap((one) => ('stopIds' in one ? one.stopIds : [one.firstId, one.secondId])),
  ]);

const timelinesOfTechnician = (
  technician: ProblemTechnician,
  route: StandingRoute | undefined,
  stops: ReadonlyMap<string, ProblemStop>,
  bound: ReadonlySet<string>,
): Timeline[] => {
  const visits = [
    ...(route?.stops ?? []).flatMap(({ stopId, start, end }) => {
      const stop = stops.get(stopId);
      return stop ? [visitOf(stop, { from: start, to: end }, bound.has(stopId))] : [];
    }),
    ...breaksOf(technician, route),
    ...(route?.pickups ?? []).map(({ start, end: to, place }): TimelineVisit => ({
      from: start,
      to,
      place,
      latest: start,
    })),
    ...technician.blocks.map(({ from, to, place = -1 }): TimelineVisit => ({ from, to, place, latest: from })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const spareParts = new Map(technician.vanStock);
  for (const { partId, quantity } of route?.pickups ?? []) {
    spareParts.set(partId, (spareParts.get(partId) ?? 0) + quantity);
  }
  for (const { partId, quantity } of visits.flatMap(({ stop }) => stop?.parts ?? [])) {
    spareParts.set(partId, (spareParts.get(partId) ?? 0) - quantity);
  }
  return technician.shifts.map((shift, index): Timeline => {
    const own = visits.filter(({ from }) => shiftAt(technician, from) === index);
    return {
      technician,
      shift: index,
      free: Math.max(shift.from, technician.availableFrom),
      startPlace: shift.startPlace ?? technician.startPlace,
      endPlace: shift.endPlace ?? technician.endPlace ?? -1,
      shiftEnd: shift.to,
      limit: shift.overtimeUntil ?? shift.to,
      visits: own,
      firstPosition: own.findLastIndex(({ stop }) => stop?.present?.keeps?.position !== undefined) + 1,
      spareParts,
    };
  });
};

const visitOf = (stop: ProblemStop, { from, to }: TimeSpan, isBound: boolean): TimelineVisit => ({
  stop,
  from,
  to,
  place: stop.place,
  latest:
    stop.present?.fixed === true || stop.present?.keeps?.time === true || isBound ? from : latestOf(stop, from, to),
});

/** What was told to the customer is kept; without that, what is in time stays in time. */
const latestOf = (stop: ProblemStop, from: Seconds, to: Seconds): Seconds => {
  const told = [...(stop.window ? [stop.window] : []), ...(stop.windows ?? [])];
  const window = told.find((each) => each.from <= from && from <= each.to);
  const inTime = stop.due - (to - from);
  return Math.max(from, told.length > 0 ? Math.min(window?.to ?? from, Math.max(inTime, from)) : inTime);
};

const breaksOf = (technician: ProblemTechnician, route: StandingRoute | undefined): TimelineVisit[] => {
  const rule = technician.breakRule;
  const own = rule && route?.breakAt !== undefined ? [{ rule, start: route.breakAt }] : [];
  const byShift = (route?.breaks ?? []).flatMap(({ shift, index, start }) => {
    const given = technician.shifts[shift]?.breaks?.[index];
    return given ? [{ rule: given, start }] : [];
  });
  return [...own, ...byShift].map(({ rule: { durationSeconds, place = -1, latest }, start }) => ({
    from: start,
    to: start + durationSeconds,
    place,
    latest,
    isBreak: true,
  }));
};

const shiftAt = ({ shifts }: ProblemTechnician, at: Seconds): number =>
  Math.max(
    0,
    shifts.findLastIndex(({ from }) => from <= at),
  );
