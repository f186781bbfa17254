import type { InsertionScan } from '../kernel/insertion-scan.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';
import { insertLinked } from './insert-linked.ts';
import type { Random } from '../search/random.ts';
import { tuning } from '../search/tuning.ts';

/** Of a large bank no more are tried in a step. */
const mostTried = 48;

/**
 * Puts what is out back in, one after the other where it costs least: the weightiest first, equals in an order drawn by lot. What
 * was out before the step is tried only in routes that the step touched; elsewhere it found no place before.
 */
export class Recreate {
  readonly #plan: WorkingPlan;
  readonly #random: Random;
  readonly #scan: InsertionScan;
  readonly #order: Int32Array;
  readonly #key: Float64Array;
  readonly #seenKind: Int32Array;
  /** Whether every position is looked at. */
  isWide = false;
  #stamp = 0;
  readonly #taken: Int32Array;
  readonly #isFresh: Int32Array;
  #freshStamp = 0;
  readonly #depotWay: Float64Array;
  readonly #nearRoutes: Int32Array;

  constructor(plan: WorkingPlan, random: Random, scan: InsertionScan) {
    const { kernel } = plan;
    this.#plan = plan;
    this.#random = random;
    this.#scan = scan;
    this.#order = new Int32Array(kernel.stops);
    this.#key = new Float64Array(kernel.stops);
    this.#taken = new Int32Array(kernel.stops);
    this.#isFresh = new Int32Array(kernel.stops);
    this.#seenKind = new Int32Array(kernel.frames.length);
    this.#depotWay = new Float64Array(kernel.stops);
    this.#nearRoutes = this.#nearestRoutes();
    const frame = kernel.frames[0];
    if (frame) {
      for (let stop = 0; stop < kernel.stops; stop += 1) {
        this.#depotWay[stop] = frame.travel.time[frame.startPlace * kernel.size + kernel.place[stop]!]!;
      }
    }
  }

  /** Puts in what it can of everything that is out: the first plan. */
  all(): void {
    const { out, outCount } = this.#plan;
    for (let at = 0; at < outCount; at += 1) this.#order[at] = out[at]!;
    this.#insert(outCount, outCount, false, Infinity);
  }

  /**
   * `wasOut`: so many of the bank were out before the step. `seed`: the stop around which it was. `openRoute`: the first stop opens an
   * empty route. `limit`: what one that was out before may cost at most, in what its absence weighs.
   */
  run(wasOut: number, seed: number, openRoute: boolean, limit: number): void {
    const { out, outCount } = this.#plan;
    const fresh = outCount - wasOut;
    for (let at = 0; at < fresh; at += 1) this.#order[at] = out[wasOut + at]!;
    const count = fresh + this.#someOfBank(fresh, wasOut, seed);
    this.#insert(count, fresh, openRoute, limit);
  }

  /** All that was out where that is not much; else what lies near, and some by lot. */
  #someOfBank(from: number, wasOut: number, seed: number): number {
    const { out, kernel } = this.#plan;
    const { near, nearCount } = kernel;
    if (wasOut <= mostTried) {
      for (let at = 0; at < wasOut; at += 1) this.#order[from + at] = out[at]!;
      return wasOut;
    }
    this.#stamp += 1;
    let taken = 0;
    const take = (stop: number): void => {
      if (this.#taken[stop] === this.#stamp || !this.#plan.isOut(stop)) return;
      this.#taken[stop] = this.#stamp;
      this.#order[from + taken] = stop;
      taken += 1;
    };
    for (let at = 0; at < from; at += 1) this.#taken[this.#order[at]!] = this.#stamp;
    for (let rank = 0; rank < nearCount && taken < mostTried / 2; rank += 1) take(near[seed * nearCount + rank]!);
    for (let draw = 0; draw < mostTried / 2; draw += 1) take(out[this.#random.below(wasOut)]!);
    return taken;
  }

  #insert(count: number, fresh: number, openRoute: boolean, limit: number): void {
    const plan = this.#plan;
    const scan = this.#scan;
    this.#freshStamp += 1;
    for (let at = 0; at < fresh; at += 1) this.#isFresh[this.#order[at]!] = this.#freshStamp;
    this.#sort(count);
    let opens = openRoute;
    for (let at = 0; at < count; at += 1) {
      const stop = this.#order[at]!;
      const isLinked = (plan.kernel.links?.[stop]?.length ?? 0) > 0;
      if (isLinked) {
        if (plan.isOut(stop)) insertLinked(plan, scan, stop, (member) => this.#lookNear(member));
        continue;
      }
      const isFresh = this.#isFresh[stop] === this.#freshStamp;
      scan.begin(stop);
      if (opens && isFresh) {
        this.#lookInEmpty();
        opens = false;
      }
      if (scan.route < 0) {
        if (isFresh) this.#lookNear(stop);
        else {
          scan.cost = limit * plan.kernel.absence[stop]!;
          this.#lookTouched();
        }
      }
      if (scan.route >= 0) plan.insert(scan.route, scan.position, stop);
    }
  }

  #lookTouched(): void {
    const plan = this.#plan;
    for (let at = 0; at < plan.touchedCount; at += 1) this.#scan.look(plan, plan.touched[at]!);
  }

  /** Everywhere; of many stops beside its nearest alone, in routes just touched, and at the ends of its nearest technicians' routes. */
  #lookNear(stop: number): void {
    const plan = this.#plan;
    const { kernel } = plan;
    const { near, nearCount, able, stops } = kernel;
    this.#stamp += 1;
    if (this.isWide) {
      this.#lookEverywhere();
      return;
    }
    const base = stop * nearCount;
    let looked = 0;
    for (let rank = 0; rank < nearCount && looked < tuning.look; rank += 1) {
      const other = near[base + rank]!;
      const route = plan.routeOf[other]!;
      if (route < 0 || able[route * stops + stop] === 0) continue;
      looked += 1;
      if (plan.isTouched[route] === 0) this.#scan.lookBeside(plan, route, other);
    }
    const count = this.#nearRoutes.length / stops;
    for (let rank = 0; rank < count; rank += 1) this.#lookAtEnds(this.#nearRoutes[stop * count + rank]!);
    this.#lookTouched();
  }

  /** Every position of every route, from one by lot on, so that of equals not always the same is found first. */
  #lookEverywhere(): void {
    const { routes } = this.#plan;
    const first = this.#random.below(routes.length);
    for (let at = 0; at < routes.length; at += 1) {
      const route = (at + first) % routes.length;
      if (routes[route]!.stopCount === 0) this.#lookAtEnds(route);
      else this.#scan.look(this.#plan, route);
    }
  }

  #lookInEmpty(): void {
    const { routes } = this.#plan;
    this.#stamp += 1;
    for (let route = 0; route < routes.length; route += 1) {
      if (routes[route]!.stopCount === 0) this.#lookAtEnds(route);
    }
  }

  #lookAtEnds(route: number): void {
    const { stopCount, frame } = this.#plan.routes[route]!;
    if (stopCount === 0) {
      if (this.#seenKind[frame.kind] === this.#stamp) return;
      this.#seenKind[frame.kind] = this.#stamp;
    }
    this.#scan.lookAtEnds(this.#plan, route);
  }

  /** The weightiest first; inside, by one of several orders (Christiaens and Vanden Berghe 2020, section 5.2 and 6.1 for windows). */
  #sort(count: number): void {
    const { kernel } = this.#plan;
    const { absence, open, close, duration } = kernel;
    const lot = this.#random.below(16);
    for (let at = 0; at < count; at += 1) {
      const stop = this.#order[at]!;
      let key: number;
      if (lot < 4) key = this.#random.unit();
      else if (lot < 7) key = -duration[stop]!;
      else if (lot < 9) key = -this.#depotWay[stop]!;
      else if (lot < 10) key = this.#depotWay[stop]!;
      else if (lot < 12) key = close[stop]! - open[stop]!;
      else if (lot < 14) key = open[stop]!;
      else key = -close[stop]!;
      this.#key[stop] = key;
    }
    const isBefore = (one: number, other: number): boolean =>
      absence[one] === absence[other] ? this.#key[one]! < this.#key[other]! : absence[one]! > absence[other]!;
    if (count > mostTried * 2) {
      this.#order.subarray(0, count).sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
      return;
    }
    for (let at = 1; at < count; at += 1) {
      const stop = this.#order[at]!;
      let [low, high] = [0, at];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(stop, this.#order[middle]!)) high = middle;
        else low = middle + 1;
      }
      for (let to = at; to > low; to -= 1) this.#order[to] = this.#order[to - 1]!;
      this.#order[low] = stop;
    }
  }

  #nearestRoutes(): Int32Array {
    const { kernel } = this.#plan;
    const count = Math.min(tuning.techs, kernel.frames.length);
    const all = new Int32Array(kernel.stops * count);
    for (let stop = 0; stop < kernel.stops; stop += 1) {
      const able = kernel.frames.filter(({ index }) => kernel.able[index * kernel.stops + stop] === 1);
      const way = (frame: (typeof able)[number]) =>
        frame.travel.time[frame.startPlace * kernel.size + kernel.place[stop]!]!;
      const ranked = able.map((frame) => ({ index: frame.index, way: way(frame) })).sort((a, b) => a.way - b.way);
      for (let rank = 0; rank < count; rank += 1) all[stop * count + rank] = (ranked[rank] ?? ranked[0])?.index ?? 0;
    }
    return all;
  }
}
