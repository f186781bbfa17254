import { FAR, type Kernel, type RouteFrame } from './kernel.ts';

/**
 * How long a route takes when he leaves as late as he can, so that an insertion's time away is tested in constant time (Vidal, Crainic,
 * Gendreau and Prins 2013, section 4.1, without their time warp: what is too late is refused before).
 */
export class AwaySpan {
  readonly most: number;
  /** By position: least time from setting out to leaving it, and the latest setting out that keeps it so. */
  #before = new Int32Array(32);
  #setOutBy = new Int32Array(32);
  /** From beginning there to being back, and the soonest beginning that keeps it so. */
  #after = new Int32Array(32);
  #beginFrom = new Int32Array(32);

  constructor(most: number) {
    this.most = most;
  }

  /** Seconds that the whole route takes. */
  get whole(): number {
    return this.#after[0]!;
  }

  copyFrom(other: AwaySpan, count: number): void {
    this.#ensure(count + 2);
    for (let at = 0; at < count + 2; at += 1) {
      this.#before[at] = other.#before[at]!;
      this.#setOutBy[at] = other.#setOutBy[at]!;
      this.#after[at] = other.#after[at]!;
      this.#beginFrom[at] = other.#beginFrom[at]!;
    }
  }

  refresh(kernel: Kernel, frame: RouteFrame, node: Int32Array, count: number): void {
    this.#ensure(count + 2);
    const { time } = frame.travel;
    const { size, place, open, close } = kernel;
    const durations = frame.technicianIndex * kernel.stops;
    let [from, before, setOutBy] = [frame.startPlace, 0, FAR];
    this.#before[0] = before;
    this.#setOutBy[0] = setOutBy;
    for (let at = 1; at <= count; at += 1) {
      const stop = node[at]!;
      const reached = before + time[from * size + place[stop]!]!;
      const waits = Math.max(0, open[stop]! - reached - setOutBy);
      setOutBy = Math.min(setOutBy, close[stop]! - reached);
      from = place[stop]!;
      before = reached + waits + (kernel.durationBy ? kernel.durationBy[durations + stop]! : kernel.duration[stop]!);
      this.#before[at] = before;
      this.#setOutBy[at] = setOutBy;
    }
    let [to, after, beginFrom] = [frame.endPlace, 0, -FAR];
    this.#after[count + 1] = after;
    this.#beginFrom[count + 1] = beginFrom;
    for (let at = count; at > 0; at -= 1) {
      const stop = node[at]!;
      const lasts = kernel.durationBy ? kernel.durationBy[durations + stop]! : kernel.duration[stop]!;
      const way = lasts + time[place[stop]! * size + to]!;
      const waits = Math.max(0, beginFrom - way - close[stop]!);
      beginFrom = Math.max(beginFrom - way, open[stop]!) - waits;
      after += way + waits;
      to = place[stop]!;
      this.#after[at] = after;
      this.#beginFrom[at] = beginFrom;
    }
    this.#after[0] = after + time[frame.startPlace * size + to]!;
  }

  /** Seconds with a stop between a position and the next: its window, the way to it, its duration with the way on. */
  withStop(at: number, open: number, close: number, way: number, lastsAndWay: number): number {
    const reached = this.#before[at]! + way;
    const setOutBy = this.#setOutBy[at]!;
    const left = reached + Math.max(0, open - reached - setOutBy) + lastsAndWay;
    return (
      left + this.#after[at + 1]! + Math.max(0, this.#beginFrom[at + 1]! - left - Math.min(setOutBy, close - reached))
    );
  }

  #ensure(room: number): void {
    if (this.#before.length >= room) return;
    this.#before = grown(this.#before, room * 2);
    this.#setOutBy = grown(this.#setOutBy, room * 2);
    this.#after = grown(this.#after, room * 2);
    this.#beginFrom = grown(this.#beginFrom, room * 2);
  }
}

/** Where nothing but plain windows decides when he is where: elsewhere the whole route is walked (constraints/most-time-away). */
export const hasAwaySpan = (kernel: Kernel, { technician, breaks, blocks, endPlace }: RouteFrame): boolean =>
  technician.maxDurationSecondsPerShift !== undefined &&
  breaks.length + blocks.length === 0 &&
  kernel.grain <= 1 &&
  !kernel.timing &&
  !kernel.severalWindows &&
  !kernel.links &&
  endPlace < kernel.size - 1 &&
  kernel.problem.stops.every(({ present }) => !present);

const grown = (array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(room);
  larger.set(array);
  return larger;
};
