import type { Random } from '../search/random.ts';
import { FAR, type Kernel, type RouteRule } from './kernel.ts';
import type { KernelRoute } from './kernel-route.ts';
import { startInWindow } from './start-in-window.ts';
import { Walk } from './walk.ts';
import type { WorkingPlan } from './working-plan.ts';

/** Finds the cheapest position of a node, each test in constant time; now and then it overlooks one (a blink, Christiaens and Vanden Berghe 2020). */
export class InsertionScan {
  /** What the last scan found: the least cost so far, and where. */
  cost = Infinity;
  position = -1;
  route = -1;
  readonly #kernel: Kernel;
  readonly #random: Random;
  /** Positions until the next blink, drawn at once instead of a number for each. */
  #untilBlink = 0;
  readonly #blinkScale: number;
  readonly #walk: Walk | undefined;
  /** The stop that is looked for, and what it needs. */
  #stop = 0;
  #excluded: ReadonlySet<number> | undefined;
  #only = -1;
  #row = 0;
  #open = 0;
  #close = 0;
  #lasts = 0;
  /** By route: `stamp` where it was refused to this stop, `stamp` + 1 where it was admitted. */
  #stamp = 0;
  readonly #known: Float64Array;
  /** By route: what it costs beside ways and times that it takes the stop. */
  readonly #pairs: Float64Array;

  constructor(kernel: Kernel, random: Random, blinkRate = 0.01) {
    this.#kernel = kernel;
    this.#random = random;
    const [frame] = kernel.frames;
    if (kernel.timing && frame) this.#walk = new Walk(kernel, frame);
    this.#known = new Float64Array(kernel.frames.length);
    this.#pairs = new Float64Array(kernel.frames.length);
    this.#blinkScale = blinkRate > 0 ? 1 / Math.log(1 - blinkRate) : -Infinity;
    this.#drawBlink();
  }

  /** From here on another stop is looked for. */
  begin(stop: number): void {
    const kernel = this.#kernel;
    this.cost = Infinity;
    this.position = -1;
    this.route = -1;
    this.#stop = stop;
    this.#excluded = undefined;
    this.#only = -1;
    this.#stamp += 2;
    this.#row = kernel.place[stop]! * kernel.size;
    this.#open = kernel.open[stop]!;
    this.#close = kernel.close[stop]!;
    this.#lasts = kernel.duration[stop]!;
  }

  /** Technicians that may not take this stop. */
  exclude(technicians: ReadonlySet<number>): void {
    this.#excluded = technicians;
  }

  /** The one technician that may take this stop. */
  restrictTo(technician: number): void {
    this.#only = technician;
  }

  /** Looks at every position of one route, or at those behind some; betters what was found before. */
  look(plan: WorkingPlan, index: number, first = 0, last = FAR): void {
    const route = plan.routes[index]!;
    if (!this.#admits(plan, route, index)) return;
    const { leave, place, nextPlace, leg, latestLess } = route;
    const end = Math.min(last, route.count);
    const { time, timeTo, cost, costTo } = route.frame.travel;
    const { stops, durationBy } = this.#kernel;
    const [row, open, close] = [this.#row, this.#open, this.#close];
    const pair = this.#pairs[index]!;
    const lasts = durationBy ? durationBy[route.frame.technicianIndex * stops + this.#stop]! : this.#lasts;
    for (let at = first; at <= end; at += 1) {
      const free = leave[at]!;
      if (free > close) return;
      const from = row + place[at]!;
      const to = row + nextPlace[at + 1]!;
      // Most positions fail here already.
      if (costTo[from]! + cost[to]! - leg[at]! + pair >= this.cost) continue;
      const start = free + timeTo[from]!;
      if (start > close || (start > open ? start : open) + lasts + time[to]! > latestLess[at + 1]!) continue;
      this.#test(route, index, at);
    }
  }

  /** Looks at the positions before and after a stop that is in. */
  lookBeside(plan: WorkingPlan, index: number, other: number): void {
    const route = plan.routes[index]!;
    if (!this.#admits(plan, route, index)) return;
    const at = plan.positionOf[other]!;
    this.#test(route, index, at - 1);
    this.#test(route, index, at);
  }

  /** Looks at the first and the last position of a route. */
  lookAtEnds(plan: WorkingPlan, index: number): void {
    const route = plan.routes[index]!;
    if (!this.#admits(plan, route, index)) return;
    this.#test(route, index, 0);
    if (route.count > 0) this.#test(route, index, route.count);
  }

  /** Whether a route may take the stop and has what it uses; asked once for each stop and route. */
  #admits(plan: WorkingPlan, route: KernelRoute, index: number): boolean {
    const known = this.#known[index]! - this.#stamp;
    if (known >= 0) return known === 1;
    const kernel = this.#kernel;
    const pair = index * kernel.stops + this.#stop;
    const isAdmitted =
      !this.#excluded?.has(route.frame.technicianIndex) &&
      (this.#only < 0 || route.frame.technicianIndex === this.#only) &&
      kernel.able[pair] === 1 &&
      hasRoom(kernel, plan, route, this.#stop);
    this.#known[index] = this.#stamp + (isAdmitted ? 1 : 0);
    if (isAdmitted) this.#pairs[index] = (kernel.pairCost?.[pair] ?? 0) + (plan.whole?.more(index, this.#stop) ?? 0);
    return isAdmitted;
  }

  #test(route: KernelRoute, index: number, at: number): void {
    const kernel = this.#kernel;
    const { time, timeTo, cost, costTo } = route.frame.travel;
    const row = this.#row;
    const next = at + 1;
    let more = costTo[row + route.place[at]!]! + cost[row + route.nextPlace[next]!]! - route.leg[at]!;
    more += this.#pairs[index]!;
    if (route.stopCount === 0) more += route.frame.useCost + route.leg[0]!;
    if (more >= this.cost) return;
    const open = this.#open;
    let start = route.leave[at]! + timeTo[row + route.place[at]!]!;
    if (start < route.reach[at]!) start = route.reach[at]!;
    if (start <= open) start = open;
    else if (kernel.grain > 1) start = Math.ceil(start / kernel.grain) * kernel.grain;
    if (start > this.#close) return;
    if (kernel.severalWindows) start = startInWindow(kernel, this.#stop, start);
    const lasts = kernel.durationBy
      ? kernel.durationBy[route.frame.technicianIndex * kernel.stops + this.#stop]!
      : this.#lasts;
    const end = start + lasts;
    const way = time[row + route.nextPlace[next]!]!;
    if (end + way > route.latestLess[next]! || end > route.freeBy[next]! || end > route.frame.backBy) return;
    if (route.hasBlock && route.freed[next]! + way > route.latest[next]!) return;
    if (route.span) {
      const toIt = timeTo[row + route.place[at]!]!;
      if (route.span.withStop(at, open, this.#close, toIt, lasts + way) > route.span.most) return;
    }
    if (this.#walk) {
      more += this.#delayed(this.#walk, route, at);
      if (more >= this.cost) return;
    }
    const rules = kernel.rules[index]!;
    if (rules.length > 0 && !this.#isAllowed(rules, route, next)) return;
    this.#untilBlink -= 1;
    if (this.#untilBlink < 0) {
      this.#drawBlink();
      return;
    }
    this.cost = more;
    this.position = next;
    this.route = index;
  }

  #isAllowed(rules: readonly RouteRule[], route: KernelRoute, position: number): boolean {
    const { node, count, frame } = route;
    const stop = this.#stop;
    const nodeAt = (index: number): number => {
      const at = index + 1;
      if (at === position) return stop;
      return at < position ? node[at]! : node[at - 1]!;
    };
    const view = { frame, count: count + 1, nodeAt };
    return rules.every((rule) => rule.allows(this.#kernel, view));
  }

  /** What the stop's own time costs behind a position, and that all that follows begins later; ends where nothing is later any more. */
  #delayed(walk: Walk, route: KernelRoute, at: number): number {
    walk.resume(route, at);
    if (!walk.pass(this.#stop)) return Infinity;
    for (let next = at + 1; next <= route.count; next += 1) {
      if (!walk.pass(route.node[next]!)) return Infinity;
      if (walk.leave === route.leave[next] && walk.reach === route.reach[next]) {
        return walk.cost - (route.timed[next]! - route.timed[at]!);
      }
    }
    return walk.finish() ? walk.cost - (route.timedTotal - route.timed[at]!) : Infinity;
  }

  #drawBlink(): void {
    this.#untilBlink = Math.min(FAR, Math.floor(Math.log(1 - this.#random.unit()) * this.#blinkScale));
  }
}

/** Whether a route still has what a stop uses. */
export const hasRoom = (kernel: Kernel, plan: WorkingPlan, route: KernelRoute, stop: number): boolean => {
  const { useSlice, useOf, useAmount, capacity, shared } = kernel;
  const routes = kernel.frames.length;
  for (let at = useSlice[stop]!; at < useSlice[stop + 1]!; at += 1) {
    const resource = useOf[at]!;
    const used = shared[resource] === 1 ? usedByTechnician(plan, route, resource) : route.used[resource]!;
    if (used + useAmount[at]! > capacity[resource * routes + route.frame.index]!) return false;
  }
  return true;
};

/** Shifts of one technician stand side by side. */
const usedByTechnician = ({ routes }: WorkingPlan, route: KernelRoute, resource: number): number => {
  let used = 0;
  const { index, technicianIndex, shiftIndex } = route.frame;
  for (let at = index - shiftIndex; at < routes.length; at += 1) {
    if (routes[at]!.frame.technicianIndex !== technicianIndex) break;
    used += routes[at]!.used[resource]!;
  }
  return used;
};
