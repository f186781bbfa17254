import { FAR, type Kernel, type RouteFrame, type TravelClass } from './kernel.ts';
import { startInWindow } from './start-in-window.ts';

/** What is known of a route up to each of its nodes. */
interface WalkedRoute {
  readonly frame: RouteFrame;
  readonly firstStop: number;
  readonly node: ArrayLike<number>;
  readonly place: ArrayLike<number>;
  readonly leave: ArrayLike<number>;
  readonly reach: ArrayLike<number>;
}

/** Goes through a route node by node, everything as early as it can be, and adds up what its times cost. */
export class Walk {
  readonly #kernel: Kernel;
  #frame: RouteFrame;
  place = 0;
  /** When he is free to leave; breaks taken on the way to the next place are in it. */
  leave = 0;
  /** He reaches the next place no earlier, because of a break on the way. */
  reach = -FAR;
  /** When the last node began. */
  start = 0;
  /** The way to it. */
  way = 0;
  cost = 0;
  /** Where the stop before was; -1 where something else came between. */
  #stopPlace = -1;
  #hasStop = false;
  #workedUntil = 0;

  constructor(kernel: Kernel, frame: RouteFrame) {
    this.#kernel = kernel;
    this.#frame = frame;
  }

  begin(frame: RouteFrame): void {
    this.#frame = frame;
    this.place = frame.startPlace;
    this.leave = frame.leaveFrom;
    this.reach = -FAR;
    this.cost = 0;
    this.#workedUntil = this.leave;
    this.#stopPlace = -1;
    this.#hasStop = false;
  }

  /** Goes on behind a position of a route that was walked before. */
  resume(route: WalkedRoute, at: number): void {
    const { stops, place } = this.#kernel;
    this.#frame = route.frame;
    this.place = route.place[at]!;
    this.leave = route.leave[at]!;
    this.reach = route.reach[at]!;
    this.cost = 0;
    this.#hasStop = at >= route.firstStop;
    let real = at;
    while (real > 0 && place[route.node[real]!]! < 0) real -= 1;
    this.#workedUntil = route.leave[real]!;
    this.#stopPlace = real > 0 && route.node[real]! < stops ? this.place : -1;
  }

  /** Passes a node; false where it would begin too late. */
  pass(node: number): boolean {
    const kernel = this.#kernel;
    const here = kernel.place[node]!;
    if (here < 0) return this.#passPlaceless(node);
    const isStop = node < kernel.stops;
    if (kernel.pinned[node] === 1) {
      this.way = wayTime(this.#frame.travel, kernel.size, this.place, here, this.leave);
      this.start = kernel.open[node]!;
      this.#addTravel(here, this.leave);
      this.leave = Math.max(this.leave, this.start + kernel.duration[node]!);
    } else {
      this.way = wayTime(this.#frame.travel, kernel.size, this.place, here, this.leave);
      const arrive = this.leave + this.way;
      let start = arrive < this.reach ? this.reach : arrive;
      if (start <= kernel.open[node]!) start = kernel.open[node]!;
      else if (kernel.grain > 1) start = Math.ceil(start / kernel.grain) * kernel.grain;
      if (kernel.severalWindows && isStop) start = startInWindow(kernel, node, start);
      this.start = start;
      if (start > kernel.close[node]!) return false;
      this.#addTravel(here, this.leave);
      if (isStop) this.#passStop(node, here, start, arrive);
      else this.leave = start + kernel.duration[node]!;
    }
    this.reach = -FAR;
    this.#workedUntil = this.leave;
    this.place = here;
    this.#stopPlace = isStop ? here : -1;
    if (isStop) this.#hasStop = true;
    return true;
  }

  /** Goes to the end place; false where he would be there too late. */
  finish(): boolean {
    const { travel, endPlace, backBy, shift, technician } = this.#frame;
    this.way = wayTime(travel, this.#kernel.size, this.place, endPlace, this.leave);
    this.#addTravel(endPlace, this.leave);
    // Where he is not expected anywhere, a break after all work counts no more.
    const isExpected = endPlace < this.#kernel.size - 1;
    const arrive = isExpected ? this.leave + this.way : this.#workedUntil;
    this.start = isExpected && arrive < this.reach ? this.reach : arrive;
    const { perWaitingSecond = 0, perOvertimeSecond = 0 } = technician.rates ?? {};
    if (perWaitingSecond > 0 && this.#hasStop) this.cost += (this.start - arrive) * perWaitingSecond;
    if (perOvertimeSecond > 0 && this.start > shift.to) this.cost += (this.start - shift.to) * perOvertimeSecond;
    return this.start <= backBy;
  }

  #passPlaceless(node: number): boolean {
    const { pinned, open, close, duration } = this.#kernel;
    const lasts = duration[node]!;
    this.way = 0;
    if (pinned[node] === 1) {
      this.start = open[node]!;
      this.leave = Math.max(this.leave, this.reach, open[node]! + lasts);
      this.reach = -FAR;
      return true;
    }
    this.start = Math.max(this.leave, this.reach, open[node]!);
    this.reach = Math.max(this.reach, open[node]!) + lasts;
    this.leave += lasts;
    return this.start <= close[node]!;
  }

  #passStop(stop: number, here: number, start: number, arrive: number): void {
    const { timing, durationBy, duration, stops } = this.#kernel;
    const { technician, technicianIndex } = this.#frame;
    let lasts = durationBy ? durationBy[technicianIndex * stops + stop]! : duration[stop]!;
    if (timing) {
      if (this.#stopPlace !== here) lasts += timing.setup[stop]!;
      const slope = timing.lateSlope[stop]!;
      if (slope > 0) {
        // What was due before work could begin counts from then on, else it would outweigh everything.
        const soonest = Math.max(technician.availableFrom, timing.earliest[stop]!) + timing.usual[stop]!;
        const over = start + lasts - Math.max(timing.due[stop]!, soonest);
        if (over > 0) this.cost += over * slope;
      }
      if (timing.stoodBy[stop] === technicianIndex) {
        this.cost += Math.abs(start - timing.stoodFrom[stop]!) * timing.movedSlope[stop]!;
      }
      const waiting = technician.rates?.perWaitingSecond ?? 0;
      if (waiting > 0 && this.#hasStop) this.cost += (start - arrive) * waiting;
    }
    this.leave = start + lasts;
  }

  /** Where ways differ by the time of day: what this one costs more than the shortest, which the route has counted. */
  #addTravel(to: number, at: number): void {
    const { periods, cost } = this.#frame.travel;
    if (!periods) return;
    const cell = this.place * this.#kernel.size + to;
    this.cost += periods.cost[periodAt(periods.from, at)]![cell]! - cost[cell]!;
  }
}

/** How long a way takes that is begun at a time. */
export const wayTime = ({ time, periods }: TravelClass, size: number, from: number, to: number, at: number): number => {
  const cell = from * size + to;
  return periods ? periods.time[periodAt(periods.from, at)]![cell]! : time[cell]!;
};

export const periodAt = (from: readonly number[], at: number): number => {
  let period = from.length - 1;
  while (period > 0 && from[period]! > at) period -= 1;
  return period;
};
