import { hasRoom } from '../kernel/insertion-scan.ts';
import { unlimited } from '../kernel/links.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';
import type { Random } from '../search/random.ts';

/** How often a stop's new route is one that passes near it, rather than any. */
const nearShare = 0.6;
/** Among so many of the nearest. */
const nearest = 24;
/** So many drawings for a route that may have a stop. */
const mostDraws = 6;

/**
 * Moves to places drawn by lot, for plans with stops that depend on one another: there removals free too little, since what is tied to
 * others stands fast for as long as it is in (moves of Ceschia, Di Gaspero, Rosati and Schaerf 2024). Times are found after (linked-times).
 */
export class RandomMoves {
  readonly #plan: WorkingPlan;
  readonly #random: Random;
  /** The stops that are drawn from. */
  readonly #drawn: readonly number[];
  readonly #members: number[] = [];

  constructor(plan: WorkingPlan, random: Random, drawn: readonly number[]) {
    this.#plan = plan;
    this.#random = random;
    this.#drawn = drawn;
  }

  /** Draws a move and makes it; false where what was drawn is none. */
  make(): boolean {
    const stop = this.#drawn[this.#random.below(this.#drawn.length)]!;
    if (!this.#isMovable(stop)) return false;
    const lot = this.#random.unit();
    if (lot < 0.5) return this.#relocate(stop);
    if (lot < 0.65) return this.#relocateGroup(stop);
    if (lot < 0.9) return this.#exchange(stop);
    return this.#exchangeTails(stop);
  }

  #isMovable(stop: number): boolean {
    return this.#plan.routeOf[stop]! >= 0 && this.#plan.kernel.pinned[stop] === 0;
  }

  /** One stop; what it depends on stays, and its time follows. */
  #relocate(stop: number): boolean {
    const plan = this.#plan;
    const other = this.#nearStop(stop);
    const time = this.#timeFor(stop);
    const index = other >= 0 ? plan.routeOf[other]! : this.#anyRoute();
    if (!this.#isFree(stop, index)) return false;
    const beside = other >= 0 && this.#random.unit() < 0.5 ? plan.positionOf[other]! + this.#random.below(2) : -1;
    return this.#move(stop, index, beside, time);
  }

  /** All that hang together, each into another route or elsewhere in its own, at one time. */
  #relocateGroup(stop: number): boolean {
    const plan = this.#plan;
    const { links } = plan.kernel;
    const members = this.#members;
    members.length = 0;
    members.push(stop);
    for (const member of members) {
      for (const { other } of links?.[member] ?? []) if (!members.includes(other)) members.push(other);
    }
    if (members.length < 2 || members.length > 6) return this.#relocate(stop);
    const time = this.#timeFor(stop);
    const begun = plan.startOf(stop);
    const starts = members.map((member) => (this.#isMovable(member) ? plan.startOf(member) : -1));
    for (const [at, member] of members.entries()) {
      if (starts[at] === -1) return false;
      const route = plan.routeOf[member]!;
      let index = route;
      for (let draw = 0; draw < mostDraws && this.#random.unit() < 0.6; draw += 1) {
        const other = this.#nearStop(member);
        index = other >= 0 ? plan.routeOf[other]! : this.#anyRoute();
        if (this.#isFree(member, index)) break;
        index = route;
      }
      if (!this.#move(member, index, -1, time + starts[at]! - begun)) return false;
    }
    return true;
  }

  /** Two stops take each other's places, or places about their times. */
  #exchange(stop: number): boolean {
    const plan = this.#plan;
    const near = this.#nearStop(stop);
    const other = near >= 0 ? near : this.#stopAt(this.#anyRoute(), this.#timeFor(stop));
    if (other < 0 || other === stop || !this.#isMovable(other)) return false;
    const [one, two] = [plan.routeOf[stop]!, plan.routeOf[other]!];
    if (one !== two && !(this.#mayHave(stop, two) && this.#mayHave(other, one))) return false;
    const [here, there] = [plan.positionOf[stop]!, plan.positionOf[other]!];
    const [begin, otherBegin] = [plan.startOf(stop), plan.startOf(other)];
    const isExact = this.#random.unit() < 0.6;
    this.#takeOut(stop);
    this.#takeOut(other);
    if (one !== two && !(this.#roomFor(stop, two) && this.#roomFor(other, one))) return false;
    if (isExact) {
      const [first, second] = here < there ? [stop, other] : [other, stop];
      if (one === two) {
        plan.slip(one, Math.min(here, there), second);
        plan.slip(one, Math.max(here, there), first);
      } else {
        plan.slip(two, there, stop);
        plan.slip(one, here, other);
      }
    } else {
      plan.slip(two, this.#positionAt(two, begin, -1), stop);
      plan.slip(one, this.#positionAt(one, otherBegin, -1), other);
    }
    return true;
  }

  /** From a stop on, two routes have what the other had from about then on. */
  #exchangeTails(stop: number): boolean {
    const plan = this.#plan;
    const one = plan.routeOf[stop]!;
    const near = this.#nearStop(stop);
    const two = near >= 0 ? plan.routeOf[near]! : this.#anyRoute();
    if (one === two) return false;
    const here = plan.positionOf[stop]! + this.#random.below(2);
    const there =
      near >= 0 ? plan.positionOf[near]! + this.#random.below(2) : this.#positionAt(two, plan.startOf(stop), -1);
    if (!this.#isTailFree(one, here, two) || !this.#isTailFree(two, there, one)) return false;
    const [first, second] = [plan.routes[one]!, plan.routes[two]!];
    const ours = [...first.node.subarray(1, here), ...second.node.subarray(there, second.count + 1)];
    const theirs = [...second.node.subarray(1, there), ...first.node.subarray(here, first.count + 1)];
    if (!holdsAll(plan, one, ours) || !holdsAll(plan, two, theirs)) return false;
    plan.assign(one, [], 0);
    plan.assign(two, theirs, theirs.length);
    plan.assign(one, ours, ours.length);
    return true;
  }

  /** Whether what stands from a position on is stops alone, and the other may have them. */
  #isTailFree(from: number, position: number, to: number): boolean {
    const plan = this.#plan;
    const { kernel } = plan;
    const { node, count } = plan.routes[from]!;
    for (let at = position; at <= count; at += 1) {
      const stop = node[at]!;
      if (stop >= kernel.stops || kernel.pinned[stop] === 1) return false;
      if (kernel.able[to * kernel.stops + stop] === 0 || !this.#isApart(stop, to)) return false;
    }
    return true;
  }

  /** Takes a stop to a position of a route, or to where the route is at a time. */
  #move(stop: number, index: number, beside: number, time: number): boolean {
    const plan = this.#plan;
    const own = plan.routeOf[stop]!;
    const before = plan.positionOf[stop]!;
    let position = beside >= 0 ? beside : this.#positionAt(index, time, stop);
    if (own === index) {
      if (position === before || position === before + 1) return false;
      if (position > before) position -= 1;
    } else if (!this.#roomFor(stop, index)) return false;
    this.#takeOut(stop);
    plan.slip(index, position, stop);
    return true;
  }

  #takeOut(stop: number): void {
    const plan = this.#plan;
    const route = plan.routeOf[stop]!;
    plan.cut(route, plan.positionOf[stop]!, 1);
    plan.number(route);
  }

  /** A stop near it that is in, in a route that may have it; -1: any route is to be drawn. */
  #nearStop(stop: number): number {
    const { kernel, routeOf } = this.#plan;
    if (this.#random.unit() > nearShare) return -1;
    const among = Math.min(nearest, kernel.nearCount);
    for (let draw = 0; draw < mostDraws && among > 0; draw += 1) {
      const other = kernel.near[stop * kernel.nearCount + this.#random.below(among)]!;
      if (routeOf[other]! >= 0 && this.#mayHave(stop, routeOf[other]!)) return other;
    }
    return -1;
  }

  #anyRoute(): number {
    return this.#random.below(this.#plan.routes.length);
  }

  #isFree(stop: number, index: number): boolean {
    return index === this.#plan.routeOf[stop]! || this.#mayHave(stop, index);
  }

  #mayHave(stop: number, index: number): boolean {
    const { able, stops } = this.#plan.kernel;
    return able[index * stops + stop] === 1 && this.#isApart(stop, index);
  }

  #roomFor(stop: number, index: number): boolean {
    return hasRoom(this.#plan.kernel, this.#plan, this.#plan.routes[index]!, stop);
  }

  /** Whether the technician of a route is as those of what it depends on let him be. */
  #isApart(stop: number, index: number): boolean {
    const { kernel, routes, routeOf } = this.#plan;
    const { technicianIndex } = routes[index]!.frame;
    for (const { other, technicians } of kernel.links?.[stop] ?? []) {
      if (technicians === 'any' || routeOf[other]! < 0) continue;
      const isSame = routes[routeOf[other]!]!.frame.technicianIndex === technicianIndex;
      if (isSame !== (technicians === 'same')) return false;
    }
    return true;
  }

  /** A moment in the time that a stop may begin in and is not late. */
  #timeFor(stop: number): number {
    const { kernel } = this.#plan;
    const problem = kernel.problem.stops[stop]!;
    const [from, to] = [this.#plan.ownOpen(stop), this.#plan.ownClose(stop)];
    const until = Math.min(to, Math.max(from, problem.due - problem.durationSeconds));
    if (from < -unlimited || until > unlimited) return this.#plan.startOf(stop);
    return from + this.#random.unit() * (until - from);
  }

  #stopAt(index: number, time: number): number {
    const { node, count, leave } = this.#plan.routes[index]!;
    for (let at = 1; at <= count; at += 1) {
      if (leave[at]! >= time && node[at]! < this.#plan.kernel.stops) return node[at]!;
    }
    return -1;
  }

  /** Behind all that is left by then. */
  #positionAt(index: number, time: number, except: number): number {
    const { count, leave, node } = this.#plan.routes[index]!;
    let at = 1;
    while (at <= count && (leave[at]! <= time || node[at] === except)) at += 1;
    return at;
  }
}

/** Whether what the stops of a route use is there. */
const holdsAll = (plan: WorkingPlan, index: number, nodes: readonly number[]): boolean => {
  const { kernel } = plan;
  const { useSlice, useOf, useAmount, capacity, shared, resources, frames, stops } = kernel;
  if (resources === 0) return true;
  const used = new Float64Array(resources);
  for (const node of nodes) {
    if (node >= stops) continue;
    for (let at = useSlice[node]!; at < useSlice[node + 1]!; at += 1) {
      used[useOf[at]!] = used[useOf[at]!]! + useAmount[at]!;
    }
  }
  const isShared = plan.routes[index]!.frame.technician.shifts.length > 1;
  return used.every(
    (amount, resource) =>
      amount <= capacity[resource * frames.length + index]! && !(isShared && amount > 0 && shared[resource] === 1),
  );
};
