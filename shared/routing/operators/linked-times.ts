import { dayAt } from '../kernel/day-at.ts';
import { unlimited } from '../kernel/links.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';

/** So many times a route is walked anew, for each route there is, before order is taken to run in a circle. */
const mostWalks = 3;

/**
 * When stops that depend on one another begin, in sequences that were changed: everything as early as it can be, over all routes that
 * are tied to the changed ones. The least fixed point of "begins no earlier than the other and so much" (longest paths by a work list).
 */
export class LinkedTimes {
  readonly #plan: WorkingPlan;
  /** Routes that are looked at, in a ring; by route: whether it waits there, must be walked, and from which position on it is looked at. */
  readonly #ring: Int32Array;
  readonly #waits: Uint8Array;
  readonly #isStale: Uint8Array;
  /** By route: whether its sequence was changed, so that not only times must be found. */
  readonly #isChanged: Uint8Array;
  readonly #from: Int32Array;
  readonly #seen: Int32Array;
  #seenCount = 0;
  readonly #hasDays: boolean;
  #head = 0;
  #length = 0;

  constructor(plan: WorkingPlan) {
    const routes = plan.routes.length;
    this.#plan = plan;
    this.#ring = new Int32Array(routes);
    this.#waits = new Uint8Array(routes);
    this.#isStale = new Uint8Array(routes);
    this.#isChanged = new Uint8Array(routes);
    this.#from = new Int32Array(routes);
    this.#seen = new Int32Array(routes);
    this.#hasDays = plan.kernel.links?.some((links) => links.some(({ isSameDay }) => isSameDay)) ?? false;
  }

  /**
   * Finds the times of all that the touched routes reach; false where there are none. Their windows stay open until `freeze`.
   * `isFresh`: touched routes were refreshed, so that those without such stops need nothing.
   */
  find(isFresh = false): boolean {
    this.#open(isFresh);
    const found = this.#settle() && (!this.#hasDays || this.#isOnItsDays());
    for (; this.#length > 0;) this.#waits[this.#take()] = 0;
    return found;
  }

  /** Narrows the windows of what was found, so that any times inside keep what must hold. */
  freeze(): void {
    const plan = this.#plan;
    const { links, pinned, grain } = plan.kernel;
    for (let at = 0; at < this.#seenCount; at += 1) {
      const { node, count } = plan.routes[this.#seen[at]!]!;
      for (let position = this.#from[this.#seen[at]!]!; position <= count; position += 1) {
        const stop = node[position]!;
        const own = links![stop];
        if (!own || own.length === 0 || pinned[stop] === 1) continue;
        const start = plan.startOf(stop);
        let close = plan.kernel.close[stop]!;
        for (const link of own) {
          if (plan.routeOf[link.other]! < 0) continue;
          if (link.isSameDay) close = Math.min(close, dayAt(plan.kernel.problem, start).to);
          const least = link.min + plan.lastsBefore(stop, link);
          if (link.min > -unlimited) close = Math.min(close, plan.startOf(link.other) - least);
        }
        plan.setWindow(stop, start, Math.max(start, Math.floor(close / grain) * grain));
      }
    }
    for (let at = 0; at < this.#seenCount; at += 1) plan.refreshTouched(this.#seen[at]!);
  }

  /** Gives all that lies behind a change, in its route or in those tied to it, its own windows again. */
  #open(isFresh: boolean): void {
    const plan = this.#plan;
    this.#seenCount = 0;
    this.#from.fill(0);
    this.#isChanged.fill(0);
    const changed = plan.touchedCount;
    for (let at = 0; at < changed; at += 1) {
      const index = plan.touched[at]!;
      if (isFresh && !this.#hasLinked(index)) continue;
      this.#isChanged[index] = 1;
      this.#reach(index, firstChange(plan, index));
    }
    for (let at = 0; at < this.#seenCount; at += 1) this.#isStale[this.#seen[at]!] = 1;
  }

  #hasLinked(index: number): boolean {
    const { node, count } = this.#plan.routes[index]!;
    const { links } = this.#plan.kernel;
    for (let at = 1; at <= count; at += 1) if ((links![node[at]!]?.length ?? 0) > 0) return true;
    return false;
  }

  /** From a position of a route on everything may change. */
  #reach(index: number, from: number): void {
    const plan = this.#plan;
    const { links, pinned } = plan.kernel;
    const known = this.#from[index]!;
    if (known > 0 && known <= from) return;
    const route = plan.touch(index);
    const until = known > 0 ? known - 1 : route.count;
    if (known === 0) {
      this.#seen[this.#seenCount] = index;
      this.#seenCount += 1;
      this.#await(index);
    }
    this.#from[index] = from;
    for (let position = from; position <= until; position += 1) {
      const own = links![route.node[position]!];
      if (!own || own.length === 0) continue;
      if (pinned[route.node[position]!] === 0) plan.openWindow(route.node[position]!);
      for (const { other, min, max } of own) {
        const isTied = min > -unlimited || max < unlimited;
        if (isTied && plan.routeOf[other]! >= 0) this.#reach(plan.routeOf[other]!, plan.positionOf[other]!);
      }
    }
  }

  #settle(): boolean {
    const plan = this.#plan;
    let walks = mostWalks * this.#seenCount + 8;
    while (this.#length > 0) {
      const index = this.#take();
      this.#waits[index] = 0;
      if (this.#isStale[index] === 1) {
        this.#isStale[index] = 0;
        walks -= 1;
        if (this.#isChanged[index] === 1) plan.refresh(index);
        else plan.routes[index]!.retime(plan.kernel, this.#from[index]!);
        this.#isChanged[index] = 0;
        if (walks < 0 || plan.routes[index]!.isLate) return false;
      }
      if (!this.#pushOn(index)) return false;
    }
    return true;
  }

  /** Has what depends on the stops of a route begin no earlier than they let it; false where it cannot. */
  #pushOn(index: number): boolean {
    const plan = this.#plan;
    const { links, pinned, close, grain } = plan.kernel;
    const { node, count } = plan.routes[index]!;
    for (let position = this.#from[index]!; position <= count; position += 1) {
      const stop = node[position]!;
      const own = links![stop];
      if (!own || own.length === 0) continue;
      const start = plan.startOf(stop);
      for (const link of own) {
        const { other, min } = link;
        const route = plan.routeOf[other]!;
        if (route < 0 || (pinned[stop] === 1 && pinned[other] === 1)) continue;
        if (min <= -unlimited) continue;
        const soonest = Math.ceil((start + min + plan.lastsBefore(stop, link)) / grain) * grain;
        if (this.#isStale[route] === 1 ? plan.kernel.open[other]! >= soonest : plan.startOf(other) >= soonest) continue;
        if (pinned[other] === 1 || soonest > close[other]!) return false;
        plan.setWindow(other, soonest, close[other]!);
        this.#isStale[route] = 1;
        this.#await(route);
      }
    }
    return true;
  }

  #isOnItsDays(): boolean {
    const plan = this.#plan;
    const { links, problem } = plan.kernel;
    for (let at = 0; at < this.#seenCount; at += 1) {
      const { node, count } = plan.routes[this.#seen[at]!]!;
      for (let position = 1; position <= count; position += 1) {
        for (const { other, isSameDay } of links![node[position]!] ?? []) {
          if (!isSameDay || plan.routeOf[other]! < 0) continue;
          const { from, to } = dayAt(problem, plan.startOf(node[position]!));
          const start = plan.startOf(other);
          if (start < from || start > to) return false;
        }
      }
    }
    return true;
  }

  #await(index: number): void {
    if (this.#waits[index] === 1) return;
    this.#waits[index] = 1;
    this.#ring[(this.#head + this.#length) % this.#ring.length] = index;
    this.#length += 1;
  }

  #take(): number {
    const index = this.#ring[this.#head]!;
    this.#head = (this.#head + 1) % this.#ring.length;
    this.#length -= 1;
    return index;
  }
}

/** The first position at which a touched route differs from what it was. */
const firstChange = (plan: WorkingPlan, index: number): number => {
  const { node, count } = plan.routes[index]!;
  const before = plan.before(index);
  let at = 1;
  while (at <= count && at <= before.count && node[at] === before.node[at]) at += 1;
  return at;
};
