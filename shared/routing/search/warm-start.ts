import type { Kernel, RouteFrame } from '../kernel/kernel.ts';
import { stopIdOf } from '../kernel/crews.ts';
import { fetchId, fetchOf } from '../kernel/fetch.ts';
import { isInTime } from '../kernel/is-in-time.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';
import type { Route, Solution } from '../solution.ts';
import { placeBreak } from '../operators/place-break.ts';

/** Something with its time in a route. */
interface Standing {
  readonly node: number;
  readonly from: number;
}

/**
 * Puts into the plan what stands on the day: blocks, fixed stops to their minute, and the rest where it may be moved from. People
 * assign against advice: what stands against a rule, and a whole route that is late as it stands, is pinned as it is.
 */
export const warmStart = (plan: WorkingPlan, given?: Solution, isAllPinned = false): void => {
  const { kernel } = plan;
  const standing = standingOf(kernel, given);
  for (const frame of kernel.frames) {
    const own = standing[frame.index] ?? [];
    own.sort((a, b) => a.from - b.from || a.node - b.node);
    pinMisfits(plan, frame, standing, given !== undefined);
    if (isAllPinned) for (const { node } of own) if (node < kernel.stops) pin(kernel, node);
    place(plan, frame, own);
    if (!given && (!isInTime(kernel, plan.routes[frame.index]!) || !placeBreaks(plan, frame))) {
      for (const { node } of own) if (node < kernel.stops) pin(kernel, node);
      place(plan, frame, own);
      placeBreaks(plan, frame);
    } else if (given) placeBreaks(plan, frame);
    holdUpLater(kernel, frame, own);
  }
  for (const frame of kernel.frames) placeInOtherShift(plan, frame);
  plan.keep();
};

/** The one break of a day may be taken in another shift where its own has no room. */
const placeInOtherShift = (
  plan: WorkingPlan,
  { technician, technicianIndex, breaks, shift, index }: RouteFrame,
): void => {
  if (shift.breaks || technician.shifts.length < 2) return;
  const [node] = breaks;
  if (node === undefined || plan.routeOf[node]! >= 0) return;
  const others = plan.kernel.frames.filter(
    (other) => other.technicianIndex === technicianIndex && other.index !== index,
  );
  plan.kernel.close[node] = technician.breakRule?.latest ?? 0;
  others.some((other) => placeBreak(plan, other.index, node));
};

/** Who is still held by what is pinned in one shift begins the next one later. */
const holdUpLater = ({ frames, pinned, open, duration }: Kernel, frame: RouteFrame, own: readonly Standing[]): void => {
  for (const later of frames) {
    if (later.technicianIndex !== frame.technicianIndex || later.index <= frame.index) continue;
    for (const { node } of own) {
      if (pinned[node] === 1) later.leaveFrom = Math.max(later.leaveFrom, open[node]! + duration[node]!);
    }
  }
};

const place = (plan: WorkingPlan, { index }: RouteFrame, own: readonly Standing[]): void => {
  const nodes = own.map(({ node }) => node);
  plan.assign(index, nodes, nodes.length);
};

/** False where one has no room: then none is asked for. */
const placeBreaks = (plan: WorkingPlan, { index, breaks }: RouteFrame): boolean => {
  let hasRoom = true;
  for (const node of breaks) if (!placeBreak(plan, index, node)) hasRoom = false;
  return hasRoom;
};

const standingOf = (kernel: Kernel, given: Solution | undefined): Standing[][] => {
  const { problem, frames } = kernel;
  const standing = frames.map(({ blocks }) => blocks.map((node): Standing => ({ node, from: kernel.open[node]! })));
  const put = (technicianId: string, node: number, from: number) => {
    const frame = frameAt(frames, technicianId, from);
    if (frame) standing[frame.index]?.push({ node, from });
  };
  if (given) {
    const rows = new Map<string, number[]>();
    problem.stops.forEach(({ id }, node) => rows.set(stopIdOf(id), [...(rows.get(stopIdOf(id)) ?? []), node]));
    const placed = new Set(given.routes.flatMap((route) => placedIn(route).map(({ id }) => id)));
    // Those whose part would now be fetched otherwise are put in anew.
    const lacking = new Set(problem.stops.flatMap(({ id }) => (placed.has(id) ? [] : (fetchOf(id)?.stopId ?? []))));
    for (const route of given.routes) {
      for (const { id, start } of placedIn(route)) {
        // One of a crew each time.
        const node = lacking.has(fetchOf(id)?.stopId ?? id) ? undefined : rows.get(id)?.shift();
        if (node === undefined) continue;
        put(route.technicianId, node, start);
        // What depends on others keeps its time until it is taken out.
        if ((kernel.links?.[node]?.length ?? 0) > 0) kernel.open[node] = kernel.close[node] = start;
      }
    }
  } else {
    problem.stops.forEach(({ present }, node) => {
      if (present) put(present.technicianId, node, present.from);
    });
  }
  return standing;
};

/** Its stops and what is fetched for them, by their ids in the search. */
const placedIn = ({ stops, pickups = [] }: Route): { readonly id: string; readonly start: number }[] => [
  ...stops.map(({ stopId, start }) => ({ id: stopId, start })),
  ...pickups.map(({ stopId = '', ...fetch }) => ({ id: fetchId({ stopId, ...fetch }), start: fetch.start })),
];

const frameAt = (frames: readonly RouteFrame[], technicianId: string, from: number): RouteFrame | undefined => {
  const own = frames.filter(({ technician }) => technician.id === technicianId);
  return own.findLast(({ shift }) => shift.from <= from) ?? own[0];
};

/** Fixed stops, and those that stand where a rule would not let them in: then all that use what there is too little of. */
const pinMisfits = (
  { kernel }: WorkingPlan,
  frame: RouteFrame,
  standing: readonly Standing[][],
  isGiven: boolean,
): void => {
  const { stops, able, useSlice, useOf, problem } = kernel;
  const short = isGiven ? new Set<number>() : shortOf(kernel, frame, standing);
  for (const { node } of standing[frame.index] ?? []) {
    if (node >= stops) continue;
    let fits = isGiven || able[frame.index * stops + node] === 1;
    for (let at = useSlice[node]!; at < useSlice[node + 1]!; at += 1) if (short.has(useOf[at]!)) fits = false;
    const isLinked = !isGiven && (kernel.links?.[node]?.length ?? 0) > 0;
    if (problem.stops[node]!.present?.fixed || !fits || isLinked) pin(kernel, node);
  }
};

/** What is used up beyond what there is before anything is planned. */
const shortOf = (kernel: Kernel, frame: RouteFrame, standing: readonly Standing[][]): Set<number> => {
  const { stops, useSlice, useOf, useAmount, capacity, shared, frames, resources } = kernel;
  const used = new Int32Array(resources);
  for (const { index, technicianIndex } of frames) {
    if (technicianIndex !== frame.technicianIndex) continue;
    for (const { node } of standing[index] ?? []) {
      if (node >= stops) continue;
      for (let at = useSlice[node]!; at < useSlice[node + 1]!; at += 1) {
        const resource = useOf[at]!;
        if (index === frame.index || shared[resource] === 1) used[resource] = used[resource]! + useAmount[at]!;
      }
    }
  }
  const short = new Set<number>();
  used.forEach((amount, resource) => {
    if (amount > capacity[resource * frames.length + frame.index]!) short.add(resource);
  });
  return short;
};

const pin = (kernel: Kernel, node: number): void => {
  const present = kernel.problem.stops[node]?.present;
  if (!present) return;
  kernel.pinned[node] = 1;
  kernel.open[node] = present.from;
  kernel.close[node] = present.from;
  kernel.duration[node] = present.to - present.from;
};
