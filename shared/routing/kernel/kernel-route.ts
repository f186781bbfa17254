import { AwaySpan, hasAwaySpan } from './away-span.ts';
import { FAR, type Kernel, type RouteFrame } from './kernel.ts';
import { startBackInWindow, startInWindow } from './start-in-window.ts';
import { Walk } from './walk.ts';

/** Room for so many nodes at first. */
const usualRoom = 24;
const none = new Int32Array(0);
const noneYet = new Float64Array(0);

/**
 * One route with what makes an insertion test constant in time (Savelsbergh 1992): at each position the earliest moment of leaving,
 * and the latest moment of arriving that still lets all that follows be in time. Position 0 is the start, `count` + 1 the end.
 * Breaks and blocks without a place stand in the sequence, but the way goes on through them.
 */
export class KernelRoute {
  readonly frame: RouteFrame;
  count = 0;
  /** Stops among the nodes; pinned ones too. */
  stopCount = 0;
  /** Way, assignment and use. */
  cost = 0;
  node = none;
  /** Row of the matrix where he is when he leaves. */
  place = none;
  leave = none;
  /** He reaches the next place no earlier, because of a break on the way. */
  reach = none;
  /** Of the next place at or after this position: its row, its latest arrival, and the same less the breaks before it. */
  nextPlace = none;
  latest = none;
  latestLess = none;
  /** What comes at this position must find him free by then, where it has no place; he leaves a block no earlier than `freed`. */
  freeBy = none;
  freed = none;
  /** What the way to the next place costs. */
  leg = noneYet;
  /** Where costs depend on time: their sum up to each position, and with the end. */
  timed = noneYet;
  timedTotal = 0;
  hasBlock = false;
  /** Something begins too late; a route that holds may come to that only by taking something out. */
  isLate = false;
  /** Position of the first stop. */
  firstStop = FAR;
  readonly used: Int32Array;
  /** Where his time away is limited. */
  readonly span: AwaySpan | undefined;
  readonly #walker: Walk | undefined;
  /** All arrays lie in these two, so that a route is copied at once. */
  #ints = none;
  #floats = noneYet;

  constructor(kernel: Kernel, frame: RouteFrame) {
    this.frame = frame;
    this.#allot(usualRoom);
    this.used = new Int32Array(kernel.resources);
    this.#walker = kernel.timing && new Walk(kernel, frame);
    const most = frame.technician.maxDurationSecondsPerShift;
    if (most !== undefined && hasAwaySpan(kernel, frame)) this.span = new AwaySpan(most);
    this.refresh(kernel);
  }

  insert(kernel: Kernel, position: number, node: number): void {
    this.slip(kernel, position, node);
    this.refresh(kernel);
  }

  /** Puts a node in; `refresh` is due after. */
  slip(kernel: Kernel, position: number, node: number): void {
    this.#ensure(this.count + 3);
    this.node.copyWithin(position + 1, position, this.count + 1);
    this.node[position] = node;
    this.count += 1;
    this.#use(kernel, node, 1);
  }

  /** Takes out `length` nodes from `position`; `refresh` is due after. */
  cut(kernel: Kernel, position: number, length: number): void {
    for (let at = position; at < position + length; at += 1) this.#use(kernel, this.node[at]!, -1);
    this.node.copyWithin(position, position + length, this.count + 1);
    this.count -= length;
  }

  positionOf(node: number): number {
    return this.node.indexOf(node, 1);
  }

  copyFrom(other: KernelRoute): void {
    if (this.node.length !== other.node.length) this.#allot(other.node.length);
    this.count = other.count;
    this.stopCount = other.stopCount;
    this.cost = other.cost;
    this.hasBlock = other.hasBlock;
    this.isLate = other.isLate;
    this.timedTotal = other.timedTotal;
    this.firstStop = other.firstStop;
    this.#ints.set(other.#ints);
    this.#floats.set(other.#floats);
    for (let at = 0; at < other.used.length; at += 1) this.used[at] = other.used[at]!;
    if (this.span && other.span) this.span.copyFrom(other.span, other.count);
  }

  /** Replaces the whole sequence. */
  assign(kernel: Kernel, nodes: ArrayLike<number>, count: number): void {
    this.cut(kernel, 1, this.count);
    this.#ensure(count + 2);
    this.count = count;
    for (let at = 0; at < count; at += 1) {
      this.node[at + 1] = nodes[at]!;
      this.#use(kernel, nodes[at]!, 1);
    }
    this.refresh(kernel);
  }

  /** Computes everything anew from the sequence. */
  refresh(kernel: Kernel): void {
    this.node[0] = -1;
    this.node[this.count + 1] = -1;
    this.#backward(kernel);
    this.#forward(kernel);
    if (this.#walker) this.#walk(kernel, this.#walker);
    if (this.span) {
      this.span.refresh(kernel, this.frame, this.node, this.count);
      if (this.stopCount > 0 && this.span.whole > this.span.most) this.isLate = true;
    }
  }

  /**
   * The same sequence from a position on, whose windows were changed: only times and what they cost are computed anew, so `refresh`
   * is due before something is put in.
   */
  retime(kernel: Kernel, from: number): void {
    const walk = this.#walker;
    if (!walk) {
      this.refresh(kernel);
      return;
    }
    const before = this.timedTotal;
    walk.resume(this, from - 1);
    walk.cost = this.timed[from - 1]!;
    this.isLate = !this.#walkOn(kernel, walk, from);
    this.timedTotal = this.stopCount > 0 ? walk.cost : 0;
    this.cost += this.timedTotal - before;
  }

  /** What its ways and its stops cost beside their times, by the sequence alone. */
  plainCost(kernel: Kernel): number {
    if (this.stopCount === 0) return 0;
    const { size, stops, place, pairCost } = kernel;
    const { cost } = this.frame.travel;
    const pairs = this.frame.index * stops;
    let [from, total] = [this.frame.startPlace, this.frame.useCost];
    for (let at = 1; at <= this.count; at += 1) {
      const node = this.node[at]!;
      if (pairCost && node < stops) total += pairCost[pairs + node]!;
      const here = place[node]!;
      if (here < 0) continue;
      total += cost[from * size + here]!;
      from = here;
    }
    return total + cost[from * size + this.frame.endPlace]!;
  }

  #use(kernel: Kernel, node: number, sign: number): void {
    if (node >= kernel.stops) return;
    this.stopCount += sign;
    const { useSlice, useOf, useAmount } = kernel;
    for (let at = useSlice[node]!; at < useSlice[node + 1]!; at += 1) {
      const resource = useOf[at]!;
      this.used[resource] = this.used[resource]! + sign * useAmount[at]!;
    }
  }

  #forward(kernel: Kernel): void {
    const { time, cost } = this.frame.travel;
    const { size, stops, grain, open, close, duration, durationBy, pinned, pairCost } = kernel;
    const durations = this.frame.technicianIndex * stops;
    const pairs = this.frame.index * stops;
    let place = this.frame.startPlace;
    let leave = this.frame.leaveFrom;
    let reach = -FAR;
    let total = this.stopCount > 0 ? this.frame.useCost : 0;
    let isLate = false;
    let isFree = false;
    this.place[0] = place;
    this.leave[0] = leave;
    this.reach[0] = reach;
    let leg = cost[place * size + this.nextPlace[1]!]!;
    this.leg[0] = leg;
    total += leg;
    for (let at = 1; at <= this.count; at += 1) {
      const node = this.node[at]!;
      const here = kernel.place[node]!;
      const isStop = node < stops;
      if (here < 0) {
        if (pinned[node] === 1) {
          if (isFree && leave > open[node]!) isLate = true;
          leave = Math.max(leave, reach, open[node]! + duration[node]!);
          reach = -FAR;
          isFree = false;
        } else {
          if (leave > close[node]!) isLate = true;
          leave += duration[node]!;
          reach = Math.max(reach, open[node]!) + duration[node]!;
        }
      } else {
        let start = leave + time[place * size + here]!;
        if (start < reach) start = reach;
        if (pinned[node] === 1) {
          if (isFree && start > open[node]!) isLate = true;
          leave = Math.max(leave, open[node]! + duration[node]!);
          isFree = false;
        } else {
          if (start <= open[node]!) start = open[node]!;
          else if (grain > 1) start = Math.ceil(start / grain) * grain;
          if (kernel.severalWindows && isStop) start = startInWindow(kernel, node, start);
          if (start > close[node]!) isLate = true;
          isFree = true;
          leave = start + (isStop && durationBy ? durationBy[durations + node]! : duration[node]!);
          if (leave > this.frame.backBy) isLate = true;
        }
        reach = -FAR;
        place = here;
        leg = cost[place * size + this.nextPlace[at + 1]!]!;
        total += leg;
      }
      if (isStop && pairCost) total += pairCost[pairs + node]!;
      this.place[at] = place;
      this.leave[at] = leave;
      this.reach[at] = reach;
      this.leg[at] = leg;
    }
    const { endPlace, backBy } = this.frame;
    if (isFree && endPlace < size - 1 && leave + time[place * size + endPlace]! > backBy) isLate = true;
    this.isLate = isLate;
    this.cost = this.stopCount > 0 ? total : 0;
  }

  /** The same times, with what they cost. */
  #walk(kernel: Kernel, walk: Walk): void {
    walk.begin(this.frame);
    this.firstStop = 1;
    while (this.firstStop <= this.count && this.node[this.firstStop]! >= kernel.stops) this.firstStop += 1;
    if (this.firstStop > this.count) this.firstStop = FAR;
    if (!this.#walkOn(kernel, walk, 1)) this.isLate = true;
    this.timedTotal = this.stopCount > 0 ? walk.cost : 0;
    this.cost += this.timedTotal;
  }

  /** Walks from a position to the end; false where something begins too late. */
  #walkOn(kernel: Kernel, walk: Walk, from: number): boolean {
    let isInTime = true;
    let before = from - 1;
    while (before > 0 && kernel.place[this.node[before]!]! < 0 && kernel.pinned[this.node[before]!] === 0) before -= 1;
    let isFree = before > 0 && kernel.pinned[this.node[before]!] === 0;
    for (let at = from; at <= this.count; at += 1) {
      const node = this.node[at]!;
      const { leave, reach } = walk;
      if (!walk.pass(node)) isInTime = false;
      if (kernel.pinned[node] === 1) {
        const arrive = kernel.place[node]! < 0 ? leave : Math.max(leave + walk.way, reach);
        if (isFree && arrive > kernel.open[node]!) isInTime = false;
        isFree = false;
      } else if (kernel.place[node]! >= 0) isFree = true;
      this.place[at] = walk.place;
      this.leave[at] = walk.leave;
      this.reach[at] = walk.reach;
      this.timed[at] = walk.cost;
    }
    return (walk.finish() || !isFree) && isInTime;
  }

  #backward(kernel: Kernel): void {
    const { time } = this.frame.travel;
    const { size, stops, grain, open, close, duration, durationBy, pinned } = kernel;
    const durations = this.frame.technicianIndex * stops;
    let nextPlace = this.frame.endPlace;
    let latest = this.frame.backBy;
    let breaks = 0;
    let freeBy = FAR;
    let freed = -FAR;
    let isLast = nextPlace === size - 1;
    let isNextPinned = false;
    this.hasBlock = false;
    for (let at = this.count + 1; at > 0; at -= 1) {
      if (at <= this.count) {
        const node = this.node[at]!;
        const here = kernel.place[node]!;
        const isOwn = durationBy !== undefined && node < stops && pinned[node] === 0;
        const lasts = isOwn ? durationBy[durations + node]! : duration[node]!;
        if (here < 0) {
          if (pinned[node] === 1) {
            this.hasBlock = true;
            if (!isLast && (!isNextPinned || breaks > 0)) freed = open[node]! + lasts + Math.max(0, breaks);
            breaks = -FAR;
            freeBy = open[node]!;
          } else {
            // A break after all work, where he is not expected anywhere, may lie after the shift.
            if (!isLast) breaks += lasts;
            freeBy = Math.min(close[node]!, freeBy - lasts);
          }
        } else {
          if (pinned[node] === 1) latest = open[node]!;
          else {
            let leaveBy = latest - breaks - time[here * size + nextPlace]!;
            if (leaveBy > freeBy) leaveBy = freeBy;
            if (leaveBy > this.frame.backBy) leaveBy = this.frame.backBy;
            if (freed + time[here * size + nextPlace]! > latest) leaveBy = -FAR;
            let startBy = leaveBy - lasts;
            if (startBy >= close[node]!) startBy = close[node]!;
            else if (grain > 1) startBy = Math.floor(startBy / grain) * grain;
            if (kernel.severalWindows && node < stops) startBy = startBackInWindow(kernel, node, startBy);
            latest = startBy;
          }
          isLast = false;
          isNextPinned = pinned[node] === 1;
          nextPlace = here;
          breaks = 0;
          freeBy = FAR;
          freed = -FAR;
        }
      }
      this.nextPlace[at] = nextPlace;
      this.latest[at] = latest;
      this.latestLess[at] = latest - breaks;
      this.freeBy[at] = freeBy;
      this.freed[at] = freed;
    }
  }

  #ensure(room: number): void {
    if (this.node.length < room) this.#allot(room * 2);
  }

  /** Gives every array so much room, in one piece of memory, and what it held. */
  #allot(room: number): void {
    const ints = new Int32Array(9 * room);
    const floats = new Float64Array(2 * room);
    let at = 0;
    const moved = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const view = ints.subarray(at, (at += room));
      view.set(old.subarray(0, room));
      return view;
    };
    this.node = moved(this.node);
    this.place = moved(this.place);
    this.leave = moved(this.leave);
    this.reach = moved(this.reach);
    this.nextPlace = moved(this.nextPlace);
    this.latest = moved(this.latest);
    this.latestLess = moved(this.latestLess);
    this.freeBy = moved(this.freeBy);
    this.freed = moved(this.freed);
    const [leg, timed] = [floats.subarray(0, room), floats.subarray(room)];
    leg.set(this.leg.subarray(0, room));
    timed.set(this.timed.subarray(0, room));
    this.leg = leg;
    this.timed = timed;
    this.#ints = ints;
    this.#floats = floats;
  }
}
