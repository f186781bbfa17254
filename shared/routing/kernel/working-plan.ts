import { planCosts } from '../plan-costs/plan-costs.ts';
import type { Kernel } from './kernel.ts';
import { KernelRoute } from './kernel-route.ts';
import type { Link } from './links.ts';
import { WholeCost } from './whole-cost.ts';

/**
 * The plan that the search changes: routes, who is where, and the bank of stops that are out. A step touches routes before it changes
 * them; then it is kept, or undone at the price of what it touched.
 */
export class WorkingPlan {
  readonly kernel: Kernel;
  readonly routes: KernelRoute[];
  /** By node; -1: out. */
  readonly routeOf: Int32Array;
  /** By node, where it is in. */
  readonly positionOf: Int32Array;
  /** The bank: stops that are out, in `out[0..outCount)`, each knowing where it stands. */
  readonly out: Int32Array;
  outCount = 0;
  readonly #outAt: Int32Array;
  /** Routes that this step has touched. */
  readonly touched: Int32Array;
  touchedCount = 0;
  readonly isTouched: Uint8Array;
  readonly #before: KernelRoute[];
  readonly #ownOpen: Int32Array;
  readonly #ownClose: Int32Array;
  /** Windows changed in this step: stop, open and close before. */
  readonly #windows: number[] = [];
  /** Of the plan before the step. */
  cost = 0;
  absence = 0;
  #lost = 0;
  /** What only the whole plan costs; absent where nothing does. */
  readonly whole: WholeCost | undefined;
  /** Of the plan as it is now. */
  absenceNow = 0;
  lostNow = 0;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.routes = kernel.frames.map((frame) => new KernelRoute(kernel, frame));
    const meters = planCosts.flatMap((cost) => cost(kernel) ?? []);
    if (meters.length > 0) this.whole = new WholeCost(kernel, this.routes, meters);
    this.#before = kernel.frames.map((frame) => new KernelRoute(kernel, frame));
    this.routeOf = new Int32Array(kernel.nodes).fill(-1);
    this.#ownOpen = kernel.open.slice();
    this.#ownClose = kernel.close.slice();
    this.positionOf = new Int32Array(kernel.nodes);
    this.out = new Int32Array(kernel.stops);
    this.#outAt = new Int32Array(kernel.stops).fill(-1);
    this.touched = new Int32Array(kernel.frames.length);
    this.isTouched = new Uint8Array(kernel.frames.length);
    for (let stop = 0; stop < kernel.stops; stop += 1) this.#leaveOut(stop);
  }

  touch(route: number): KernelRoute {
    this.whole?.hear(route);
    if (this.isTouched[route] === 0) {
      this.isTouched[route] = 1;
      this.touched[this.touchedCount] = route;
      this.touchedCount += 1;
      this.#before[route]!.copyFrom(this.routes[route]!);
    }
    return this.routes[route]!;
  }

  before(route: number): KernelRoute {
    return this.#before[route]!;
  }

  isOut(stop: number): boolean {
    return this.#outAt[stop]! >= 0;
  }

  insert(route: number, position: number, node: number): void {
    this.touch(route).insert(this.kernel, position, node);
    this.#takeIn(route, node);
    this.number(route);
  }

  /** Puts a node in and numbers the route; it is refreshed by the caller when all is done. */
  slip(route: number, position: number, node: number): void {
    this.touch(route).slip(this.kernel, position, node);
    this.#takeIn(route, node);
    this.number(route);
  }

  /** Computes a route anew after cuts. */
  refresh(index: number): void {
    this.routes[index]!.refresh(this.kernel);
    this.number(index);
  }

  /** Writes down who stands where in a route that was changed. */
  number(index: number): void {
    const { node, count } = this.routes[index]!;
    for (let at = 1; at <= count; at += 1) this.positionOf[node[at]!] = at;
  }

  /** Takes out `length` nodes; stops go to the bank. The route is refreshed by the caller when it has taken all. */
  cut(route: number, position: number, length: number): void {
    const one = this.touch(route);
    for (let at = position; at < position + length; at += 1) {
      const node = one.node[at]!;
      this.routeOf[node] = -1;
      if (node < this.kernel.stops) this.#leaveOut(node);
    }
    one.cut(this.kernel, position, length);
  }

  /** Gives a route a whole new sequence, for moves between touched routes. */
  assign(route: number, nodes: ArrayLike<number>, count: number): void {
    this.cut(route, 1, this.routes[route]!.count);
    this.routes[route]!.assign(this.kernel, nodes, count);
    for (let at = 0; at < count; at += 1) this.#takeIn(route, nodes[at]!);
    this.number(route);
  }

  /** By how much the step changed the cost of the touched routes. */
  costChange(): number {
    let change = 0;
    for (let at = 0; at < this.touchedCount; at += 1) {
      const route = this.touched[at]!;
      change += this.routes[route]!.cost - this.#before[route]!.cost;
    }
    return this.whole ? change + this.whole.now() - this.whole.cost : change;
  }

  /** What ways and assignments cost in all routes, without what depends on time. */
  plainCost(): number {
    return this.routes.reduce((sum, route) => sum + route.plainCost(this.kernel), 0);
  }

  /** No more than `costChange` will be when times are known: what ways and assignments cost, and nothing that depends on time. */
  leastChange(): number {
    let change = -(this.whole?.cost ?? 0);
    for (const route of this.routes) change -= route.timedTotal;
    for (let at = 0; at < this.touchedCount; at += 1) {
      const route = this.touched[at]!;
      const before = this.#before[route]!;
      change += this.routes[route]!.plainCost(this.kernel) + this.routes[route]!.timedTotal - before.cost;
    }
    return change;
  }

  /** Sums over the bank; running ones would gather errors of rounding, so they are counted anew after each step that is kept. */
  #countOut(): void {
    this.absenceNow = 0;
    this.lostNow = 0;
    for (let at = 0; at < this.outCount; at += 1) {
      this.absenceNow += this.kernel.absence[this.out[at]!]!;
      this.lostNow += this.kernel.lost[this.out[at]!]!;
    }
  }

  /** Whether a touched route no longer holds: ways round may be shorter than straight ones, and a block hides the way before it. */
  isLate(): boolean {
    for (let at = 0; at < this.touchedCount; at += 1) {
      const index = this.touched[at]!;
      if (this.routes[index]!.isLate) return true;
      if (this.kernel.rules[index]!.length > 0 && this.#breaksRule(index)) return true;
    }
    return false;
  }

  #breaksRule(index: number): boolean {
    const { frame, count, node } = this.routes[index]!;
    const view = { frame, count, nodeAt: (at: number) => node[at + 1]! };
    return !this.kernel.rules[index]!.every((rule) => rule.allows(this.kernel, view));
  }

  /** Narrows when a stop may begin, because of others that it depends on; undone with the step. */
  setWindow(stop: number, open: number, close: number): void {
    const { kernel } = this;
    this.#windows.push(stop, kernel.open[stop]!, kernel.close[stop]!);
    kernel.open[stop] = open;
    kernel.close[stop] = close;
  }

  /** First and last moment that a stop may begin by its own windows. */
  ownOpen(stop: number): number {
    return this.#ownOpen[stop]!;
  }

  ownClose(stop: number): number {
    return this.#ownClose[stop]!;
  }

  /** Gives a stop its own window again. */
  openWindow(stop: number): void {
    if (this.kernel.pinned[stop] === 1) return;
    this.setWindow(stop, this.#ownOpen[stop]!, this.#ownClose[stop]!);
  }

  /** When a stop that is in begins at the soonest, and at the latest that its route allows. */
  startOf(stop: number): number {
    const { kernel, routes, routeOf, positionOf } = this;
    const route = routes[routeOf[stop]!]!;
    if (kernel.pinned[stop] === 1) return kernel.open[stop]!;
    return route.leave[positionOf[stop]!]! - this.lastsOf(stop);
  }

  /** How long a stop that is in takes him who does it, with the setup where he comes from elsewhere. */
  lastsOf(stop: number): number {
    const { durationBy, duration, stops, pinned, timing, place } = this.kernel;
    if (pinned[stop] === 1) return duration[stop]!;
    const { frame, node } = this.routes[this.routeOf[stop]!]!;
    const lasts = durationBy ? durationBy[frame.technicianIndex * stops + stop]! : duration[stop]!;
    const setup = timing?.setup[stop] ?? 0;
    if (setup === 0) return lasts;
    let before = this.positionOf[stop]! - 1;
    while (before > 0 && place[node[before]!]! < 0) before -= 1;
    const isThere = before > 0 && node[before]! < stops && place[node[before]!] === place[stop];
    return isThere ? lasts : lasts + setup;
  }

  /** What a link's times must be moved by, since it counts from an end: the length of the one that ends. */
  lastsBefore(stop: number, { other, fromEndOf }: Link): number {
    if (fromEndOf === undefined) return 0;
    const first = fromEndOf === 'this' ? stop : other;
    const lasts = this.routeOf[first]! >= 0 ? this.lastsOf(first) : this.kernel.duration[first]!;
    return fromEndOf === 'this' ? lasts : -lasts;
  }

  latestOf(stop: number): number {
    return this.routes[this.routeOf[stop]!]!.latest[this.positionOf[stop]!]!;
  }

  refreshTouched(route: number): void {
    this.touch(route);
    this.refresh(route);
  }

  keep(): void {
    this.cost += this.costChange();
    if (this.whole) this.whole.cost = this.whole.now();
    this.#countOut();
    this.absence = this.absenceNow;
    this.#lost = this.lostNow;
    this.#windows.length = 0;
    this.#forgetTouched();
  }

  undo(): void {
    const { stops } = this.kernel;
    for (let at = this.#windows.length - 3; at >= 0; at -= 3) {
      this.kernel.open[this.#windows[at]!] = this.#windows[at + 1]!;
      this.kernel.close[this.#windows[at]!] = this.#windows[at + 2]!;
    }
    this.#windows.length = 0;
    for (let at = 0; at < this.touchedCount; at += 1) {
      const { node, count } = this.routes[this.touched[at]!]!;
      for (let index = 1; index <= count; index += 1) {
        this.routeOf[node[index]!] = -1;
        if (node[index]! < stops) this.#leaveOut(node[index]!);
      }
    }
    for (let at = 0; at < this.touchedCount; at += 1) {
      const route = this.touched[at]!;
      const now = this.routes[route]!;
      this.routes[route] = this.#before[route]!;
      this.whole?.hear(route);
      this.#before[route] = now;
      const { node, count } = this.routes[route]!;
      for (let index = 1; index <= count; index += 1) this.#takeIn(route, node[index]!);
      this.number(route);
    }
    this.absenceNow = this.absence;
    this.lostNow = this.#lost;
    this.#forgetTouched();
  }

  #forgetTouched(): void {
    for (let at = 0; at < this.touchedCount; at += 1) this.isTouched[this.touched[at]!] = 0;
    this.touchedCount = 0;
  }

  #leaveOut(stop: number): void {
    if (this.#outAt[stop]! >= 0) return;
    this.out[this.outCount] = stop;
    this.#outAt[stop] = this.outCount;
    this.outCount += 1;
    this.absenceNow += this.kernel.absence[stop]!;
    this.lostNow += this.kernel.lost[stop]!;
  }

  #takeIn(route: number, node: number): void {
    this.routeOf[node] = route;
    if (node >= this.kernel.stops) return;
    const at = this.#outAt[node]!;
    if (at < 0) return;
    this.outCount -= 1;
    const last = this.out[this.outCount]!;
    this.out[at] = last;
    this.#outAt[last] = at;
    this.#outAt[node] = -1;
    this.absenceNow -= this.kernel.absence[node]!;
    this.lostNow -= this.kernel.lost[node]!;
  }
}
