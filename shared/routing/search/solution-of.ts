import type { Kernel, RouteFrame } from '../kernel/kernel.ts';
import { stopIdOf } from '../kernel/crews.ts';
import { fetchOf } from '../kernel/fetch.ts';
import { timeAway } from '../kernel/time-away.ts';
import { periodAt, Walk } from '../kernel/walk.ts';
import type { Problem, ProblemTechnician } from '../problem.ts';
import type {
  Route,
  Solution,
  SolutionBreak,
  SolutionFigures,
  SolutionPickup,
  SolutionReturn,
  SolutionStop,
} from '../solution.ts';

/** Parts of a route while its shifts are written one after the other. */
interface Draft {
  readonly stops: SolutionStop[];
  readonly pickups: SolutionPickup[];
  readonly breaks: SolutionBreak[];
  readonly returns: SolutionReturn[];
}

/** Sequences of nodes, one for each frame of the kernel, as the solution that they stand for. */
export const solutionOf = (problem: Problem, kernel: Kernel, sequences: readonly ArrayLike<number>[]): Solution => {
  const drafts = problem.technicians.map((): Draft => ({ stops: [], pickups: [], breaks: [], returns: [] }));
  for (const frame of kernel.frames) {
    const draft = drafts[frame.technicianIndex];
    if (draft) writeShift(kernel, frame, sequences[frame.index] ?? [], draft);
  }
  const routes = problem.technicians.map((technician, index) => routeOf(technician, drafts[index]));
  const placed = new Set(routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId)));
  const unassigned = problem.stops.flatMap(({ id }) => (placed.has(id) ? [] : { stopId: id }));
  return { routes, unassigned, figures: figuresOf(problem, routes) };
};

const writeShift = (kernel: Kernel, frame: RouteFrame, nodes: ArrayLike<number>, draft: Draft): void => {
  const walk = new Walk(kernel, frame);
  // Where his time away is limited he leaves late; elsewhere he begins as early as he can.
  const isLimited = frame.technician.maxDurationSecondsPerShift !== undefined;
  const view = { frame, count: nodes.length, nodeAt: (index: number) => nodes[index]! };
  const later = isLimited ? (timeAway(kernel, view)?.later ?? 0) : 0;
  walk.begin({ ...frame, leaveFrom: frame.leaveFrom + later });
  let hasStop = false;
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    const [from, left] = [walk.place, walk.leave];
    walk.pass(node);
    if (node < kernel.stops) {
      hasStop = true;
      const { id, present } = kernel.problem.stops[node]!;
      const end = kernel.pinned[node] === 1 && present ? present.to : walk.leave;
      const way = { travelSeconds: walk.way, travelMetres: metresOf(kernel, frame, from, walk.place, left) };
      const fetch = fetchOf(id);
      if (fetch) draft.pickups.push({ ...fetch, start: walk.start, end, ...way });
      else draft.stops.push({ stopId: stopIdOf(id), start: walk.start, end, ...way });
    } else if (!frame.blocks.includes(node)) {
      draft.breaks.push({ shift: frame.shiftIndex, index: Math.max(0, frame.breaks.indexOf(node)), start: walk.start });
    }
  }
  if (!hasStop || frame.endPlace >= kernel.size - 1) return;
  const [from, left] = [walk.place, walk.leave];
  walk.finish();
  const way = { travelSeconds: walk.way, travelMetres: metresOf(kernel, frame, from, frame.endPlace, left) };
  draft.returns.push({ shift: frame.shiftIndex, at: walk.start, ...way });
};

const metresOf = ({ problem }: Kernel, { technician }: RouteFrame, from: number, to: number, at: number): number => {
  const travel = technician.profile === undefined ? undefined : problem.profiles?.get(technician.profile);
  const matrix = travel?.matrices[travel.from ? periodAt(travel.from, at) : 0] ?? problem.matrix;
  return matrix.metres[from * matrix.size + to] ?? 0;
};

const routeOf = (technician: ProblemTechnician, draft: Draft | undefined): Route => {
  const { stops, pickups, breaks, returns } = draft ?? { stops: [], pickups: [], breaks: [], returns: [] };
  const isByRule = technician.breakRule !== undefined && !technician.shifts.some((shift) => shift.breaks);
  const first = breaks[0]?.start;
  const ways = [...stops, ...pickups, ...returns];
  return {
    technicianId: technician.id,
    stops,
    ...(isByRule && first !== undefined && { breakAt: first }),
    ...(!isByRule && breaks.length > 0 && { breaks }),
    ...(pickups.length > 0 && { pickups }),
    ...(returns.length > 0 && { returns }),
    travelSeconds: ways.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
    travelMetres: ways.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
  };
};

const figuresOf = (problem: Problem, routes: readonly Route[]): SolutionFigures => {
  const dues = new Map(problem.stops.map(({ id, due }) => [id, due]));
  const stops = routes.flatMap((route) => route.stops);
  const late = stops.filter(({ stopId, end }) => end > (dues.get(stopId) ?? Infinity));
  return {
    scheduled: new Set(stops.map(({ stopId }) => stopId)).size,
    late: new Set(late.map(({ stopId }) => stopId)).size,
    travelSeconds: routes.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
    travelMetres: routes.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
  };
};
