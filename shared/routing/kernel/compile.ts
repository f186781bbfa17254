import { constraints } from '../constraints/constraints.ts';
import { routeRules } from '../constraints/route-rules.ts';
import type { Problem, ProblemBlock, ProblemBreak, ProblemShift, ProblemTechnician } from '../problem.ts';
import type { Draft } from './draft.ts';
import { FAR, type Kernel, type RouteFrame } from './kernel.ts';
import { shiftOfBreak } from './break-of-day.ts';
import { linksOf } from './links.ts';
import { lostValues } from './lost-values.ts';
import { nearestStops } from './nearest.ts';
import { timingOf } from './timing.ts';
import { travelClasses } from './travel-classes.ts';

/** So many neighbours of a stop are looked at; more cost time and found nothing better at 500 to 5,000 stops. */
const mostNear = 100;

/** A problem as the search wants it. */
export const compile = (problem: Problem): Kernel => {
  const stops = problem.stops.length;
  const others: (ProblemBreak | ProblemBlock)[] = [];
  const frames = framesOf(problem, stops, others);
  const nodes = stops + others.length;
  const grain = problem.startGrainSeconds ?? 60;
  const draft: Draft = {
    problem,
    stops,
    frames,
    open: new Int32Array(nodes).fill(-FAR),
    close: new Int32Array(nodes).fill(FAR),
    windows: new Map(),
    able: new Uint8Array(frames.length * stops).fill(1),
    pairCost: undefined,
    resources: [],
  };
  for (const constraint of constraints) constraint.compile(draft);
  const place = new Int32Array(nodes);
  const duration = new Int32Array(nodes);
  problem.stops.forEach((stop, index) => {
    place[index] = stop.place;
    duration[index] = stop.durationSeconds;
  });
  const pinned = new Uint8Array(nodes);
  others.forEach((other, index) => {
    const node = stops + index;
    place[node] = other.place ?? -1;
    pinned[node] = 'from' in other ? 1 : 0;
    duration[node] = 'from' in other ? other.to - other.from : other.durationSeconds;
    draft.open[node] = 'from' in other ? other.from : other.earliest;
    draft.close[node] = 'from' in other ? other.from : other.latest;
  });
  const size = problem.matrix.size + 1;
  const nearCount = Math.min(mostNear, Math.max(0, stops - 1));
  const { time, timeTo } = frames[0]?.travel ?? { time: new Int32Array(0), timeTo: new Int32Array(0) };
  const kernel: Omit<Kernel, 'rules'> = {
    problem,
    stops,
    nodes,
    size,
    frames: alike(draft, frames),
    grain,
    place,
    duration,
    durationBy: durationsBy(problem),
    open: draft.open,
    close: draft.close,
    ...windowsOf(draft),
    pinned,
    able: draft.able,
    pairCost: draft.pairCost,
    ...resourcesOf(draft),
    timing: timingOf(problem, frames),
    links: linksOf(problem),
    ...lostValues(problem, frames[0]?.travel.cost ?? new Int32Array(0), size),
    near: nearestStops(place, stops, { time, timeTo, size }, nearCount),
    nearCount,
  };
  return { ...kernel, rules: rulesOf({ ...kernel, rules: [] }) };
};

const rulesOf = (kernel: Kernel): Kernel['rules'] =>
  kernel.frames.map((frame) => routeRules.filter((rule) => rule.concerns(kernel, frame)));

const framesOf = (problem: Problem, stops: number, others: (ProblemBreak | ProblemBlock)[]): RouteFrame[] => {
  const travelOf = travelClasses(problem);
  const nowhere = problem.matrix.size;
  const frames: RouteFrame[] = [];
  problem.technicians.forEach((technician, technicianIndex) => {
    shiftsOf(technician).forEach((shift, shiftIndex) => {
      const rules = shift.breaks ?? (shiftIndex === shiftOfBreak(technician) ? [technician.breakRule] : []);
      frames.push({
        index: frames.length,
        technician,
        technicianIndex,
        shift,
        shiftIndex,
        travel: travelOf(technician),
        startPlace: shift.startPlace ?? technician.startPlace,
        endPlace: shift.endPlace ?? technician.endPlace ?? nowhere,
        leaveFrom: Math.max(shift.from, technician.availableFrom),
        backBy: shift.overtimeUntil ?? shift.to,
        useCost: technician.rates?.perUse ?? 0,
        kind: frames.length,
        breaks: rules.flatMap((rule) =>
          rule ? stops + others.push(beforeNextShift(technician, shiftIndex, rule)) - 1 : [],
        ),
        blocks: blocksIn(technician, shiftIndex).map((block) => stops + others.push(block) - 1),
      });
    });
  });
  return frames;
};

/** A break after the work of a shift is over before the next shift begins. */
const beforeNextShift = ({ shifts }: ProblemTechnician, index: number, rule: ProblemBreak): ProblemBreak => {
  const next = shifts[index + 1];
  return next ? { ...rule, latest: Math.min(rule.latest, next.from - rule.durationSeconds) } : rule;
};

/** What begins before the first shift belongs to it, else to the last shift begun. */
const blocksIn = ({ shifts, blocks }: ProblemTechnician, index: number): ProblemBlock[] =>
  blocks.filter(
    ({ from }) =>
      Math.max(
        0,
        shifts.findLastIndex((shift) => shift.from <= from),
      ) === index,
  );

/** Who does not work at all may still have what stood there before. */
const shiftsOf = ({ shifts, availableFrom }: ProblemTechnician): readonly ProblemShift[] =>
  shifts.length > 0 ? shifts : [{ from: availableFrom, to: availableFrom }];

/** Gives routes that are alike in all that matters the number of the first of them. */
const alike = (draft: Draft, frames: readonly RouteFrame[]): RouteFrame[] => {
  const firsts = new Map<string, number>();
  return frames.map((frame) => {
    const { technician, shift, index } = frame;
    const several = technician.shifts.length > 1 || technician.blocks.length > 0;
    const key = JSON.stringify([
      several ? index : -1,
      frame.startPlace,
      frame.endPlace,
      frame.leaveFrom,
      frame.backBy,
      shift.to,
      shift.breaks ?? technician.breakRule,
      technician.profile,
      technician.travelPercent,
      technician.pacePercent,
      technician.rates,
      technician.maxTravelSecondsPerShift,
      technician.maxMetresPerShift,
      technician.maxDurationSecondsPerShift,
      draft.resources.map(({ capacity }) => capacity(frame)),
      digest(draft, index),
    ]);
    const kind = firsts.get(key) ?? index;
    firsts.set(key, kind);
    return { ...frame, kind };
  });
};

/** FNV-1a over who may take what, and what it costs. */
const digest = ({ able, pairCost, stops }: Draft, route: number): number => {
  let hash = 0x811c_9dc5;
  for (let cell = route * stops; cell < (route + 1) * stops; cell += 1) {
    hash = Math.imul(hash ^ able[cell]!, 0x0100_0193);
    if (pairCost) hash = Math.imul(hash ^ pairCost[cell]!, 0x0100_0193);
  }
  return hash;
};

const durationsBy = ({ stops, technicians }: Problem): Int32Array | undefined => {
  const isUsual = technicians.every(({ pacePercent = 100 }) => pacePercent === 100);
  if (isUsual && stops.every(({ durationByTechnician }) => !durationByTechnician)) return undefined;
  const durations = new Int32Array(technicians.length * stops.length);
  technicians.forEach(({ id, pacePercent = 100 }, row) => {
    stops.forEach(({ durationSeconds, durationByTechnician }, column) => {
      const usual = Math.round((durationSeconds * pacePercent) / 100);
      durations[row * stops.length + column] = durationByTechnician?.get(id) ?? usual;
    });
  });
  return durations;
};

const windowsOf = ({ windows, stops }: Draft) => {
  const windowSlice = new Int32Array(stops + 1);
  const [from, to]: [number[], number[]] = [[], []];
  for (let stop = 0; stop < stops; stop += 1) {
    for (const window of windows.get(stop) ?? []) {
      from.push(window.from);
      to.push(window.to);
    }
    windowSlice[stop + 1] = from.length;
  }
  return {
    windowSlice,
    windowFrom: Int32Array.from(from),
    windowTo: Int32Array.from(to),
    severalWindows: from.length > 0,
  };
};

const resourcesOf = ({ resources, stops, frames }: Draft) => {
  const useSlice = new Int32Array(stops + 1);
  const [uses, amounts]: [number[], number[]] = [[], []];
  for (let stop = 0; stop < stops; stop += 1) {
    resources.forEach((resource, index) => {
      const amount = resource.amount(stop);
      if (amount === 0) return;
      uses.push(index);
      amounts.push(amount);
    });
    useSlice[stop + 1] = uses.length;
  }
  const capacity = new Int32Array(resources.length * frames.length);
  resources.forEach((resource, row) => {
    for (const frame of frames) capacity[row * frames.length + frame.index] = resource.capacity(frame);
  });
  return {
    useSlice,
    useOf: Int32Array.from(uses),
    useAmount: Int32Array.from(amounts),
    resources: resources.length,
    capacity,
    shared: Uint8Array.from(resources, ({ isShared }) => (isShared ? 1 : 0)),
  };
};
