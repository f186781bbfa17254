import type { PartPickup, Problem, ProblemStop, ProblemTechnician, StopDependency } from '../problem.ts';
import { compile } from './compile.ts';
import { fetchId } from './fetch.ts';
import { unlimited } from './links.ts';

/** What vans and sources still have while it is settled what is fetched. */
interface Supply {
  readonly vans: readonly Map<string, number>[];
  readonly sources: Map<PartPickup, number>;
}

/** How one technician would come by the parts of a stop. */
interface Way {
  readonly technician: number;
  readonly sources: ReadonlyMap<string, PartPickup>;
}

/**
 * A problem in which parts that no van has to spare are stops of their own, before the stop that needs them and by its technician. The
 * most urgent stops have what is on the vans; what stands on the day, and crews, fetch nothing.
 */
export const withFetches = (problem: Problem): Problem => {
  if (!problem.partPickups?.length) return problem;
  const { frames, able, stops: width } = compile(problem);
  const supply = supplyOf(problem, problem.partPickups);
  const fetched = new Map<ProblemStop, ReadonlyMap<string, PartPickup>>();
  for (const stop of byUrgency(problem)) {
    const index = problem.stops.indexOf(stop);
    const own = frames.filter((frame) => able[frame.index * width + index] === 1);
    const ways = [...new Set(own.map(({ technicianIndex }) => technicianIndex))].flatMap(
      (technician) => wayOf(problem, supply, stop, technician) ?? [],
    );
    const [best] = ways.sort((a, b) => a.sources.size - b.sources.size || a.technician - b.technician);
    if (!best) continue;
    reserve(supply, stop, best);
    if (best.sources.size > 0) fetched.set(stop, best.sources);
  }
  return withStops(problem, supplyOf(problem, []).vans, fetched);
};

const byUrgency = ({ stops }: Problem): ProblemStop[] =>
  stops
    .filter(({ parts, present, crewSize = 1 }) => parts.length > 0 && !present && crewSize === 1)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.priority - b.priority);

const supplyOf = ({ technicians, stops }: Problem, partPickups: readonly PartPickup[]): Supply => {
  const vans = technicians.map(({ id, vanStock }) => {
    const left = new Map(vanStock);
    const standing = stops.filter(({ present }) => present?.technicianId === id);
    for (const { partId, quantity } of standing.flatMap(({ parts }) => parts)) take(left, partId, quantity);
    return left;
  });
  // Of two that name one part at one place the first counts, as the checker reads it.
  const firsts = partPickups.filter(
    (each) => partPickups.find(({ partId, place }) => partId === each.partId && place === each.place) === each,
  );
  return { vans, sources: new Map(firsts.map((source) => [source, source.quantity])) };
};

/** What his van lacks comes from the source with the shortest way from his start over it; absent where none has it in time. */
const wayOf = (problem: Problem, { vans, sources }: Supply, stop: ProblemStop, technician: number): Way | undefined => {
  const { startPlace = 0 } = problem.technicians[technician] ?? {};
  const { seconds, size } = problem.matrix;
  const way = (from: number, to: number) => seconds[from * size + to] ?? 0;
  const chosen = new Map<string, PartPickup>();
  for (const [partId, quantity] of needsOf(stop)) {
    if ((vans[technician]?.get(partId) ?? 0) >= quantity) continue;
    const over = ({ place }: PartPickup) => way(startPlace, place) + way(place, stop.place);
    const inTime = ({ place, open, durationSeconds }: PartPickup) =>
      !open || open.from + durationSeconds + way(place, stop.place) <= lastStart(stop);
    const [source] = [...sources]
      .filter(([each, left]) => each.partId === partId && left >= quantity && inTime(each))
      .map(([each]) => each)
      .sort((a, b) => over(a) - over(b) || a.place - b.place);
    if (!source) return undefined;
    chosen.set(partId, source);
  }
  return { technician, sources: chosen };
};

const lastStart = ({ window, windows }: ProblemStop): number =>
  Math.min(window?.to ?? Infinity, windows?.at(-1)?.to ?? Infinity);

const needsOf = ({ parts }: ProblemStop): Map<string, number> => {
  const needs = new Map<string, number>();
  for (const { partId, quantity } of parts) needs.set(partId, (needs.get(partId) ?? 0) + quantity);
  return needs;
};

const reserve = ({ vans, sources }: Supply, stop: ProblemStop, way: Way): void => {
  for (const [partId, quantity] of needsOf(stop)) {
    const source = way.sources.get(partId);
    if (source) take(sources, source, quantity);
    else take(vans[way.technician] ?? new Map<string, number>(), partId, quantity);
  }
};

const take = <Key>(left: Map<Key, number>, key: Key, quantity: number): void => {
  left.set(key, (left.get(key) ?? 0) - quantity);
};

const withStops = (
  problem: Problem,
  vans: Supply['vans'],
  fetched: ReadonlyMap<ProblemStop, ReadonlyMap<string, PartPickup>>,
): Problem => {
  const dependencies: StopDependency[] = [...(problem.dependencies ?? [])];
  const stops = problem.stops.flatMap((stop): ProblemStop[] => {
    const needs = needsOf(stop);
    const fetches = [...(fetched.get(stop) ?? [])].map(([partId, source]) =>
      fetchStop(problem.technicians, stop, source, needs.get(partId) ?? 0),
    );
    for (const { id } of fetches) {
      dependencies.push(
        { kind: 'after', firstId: id, secondId: stop.id, from: 'end', minSeconds: 0 },
        { kind: 'same-technician', stopIds: [id, stop.id] },
      );
    }
    if (fetches.length === 0) return [stop];
    const isFetched = (partId: string) => fetched.get(stop)?.has(partId) === true;
    const parts = stop.parts.filter(({ partId }) => !isFetched(partId));
    // What stands on his day may need more than he has: then whatever is fetched is gone at once.
    const short = problem.technicians.filter((_, index) =>
      [...(vans[index] ?? [])].some(([partId, left]) => left < 0 && isFetched(partId)),
    );
    const forbiddenTechnicianIds = [...(stop.forbiddenTechnicianIds ?? []), ...short.map(({ id }) => id)];
    return [{ ...stop, parts, forbiddenTechnicianIds }, ...fetches];
  });
  return { ...problem, stops, dependencies };
};

const fetchStop = (
  technicians: readonly ProblemTechnician[],
  stop: ProblemStop,
  { partId, place, durationSeconds, open }: PartPickup,
  quantity: number,
): ProblemStop => ({
  id: fetchId({ stopId: stop.id, place, quantity, partId }),
  version: stop.version,
  territoryId: stop.territoryId,
  place,
  durationSeconds,
  // The counter is no faster for a faster technician.
  ...(technicians.some(({ pacePercent = 100 }) => pacePercent !== 100) && {
    durationByTechnician: new Map(technicians.map(({ id }) => [id, durationSeconds])),
  }),
  earliest: open?.from ?? -unlimited,
  due: Infinity,
  ...(open && { window: { from: open.from, to: open.to - durationSeconds } }),
  priority: stop.priority,
  ...(stop.value !== undefined && { value: 0 }),
  skills: [],
  parts: [],
  ...(stop.urgentFirst && { urgentFirst: true }),
});
