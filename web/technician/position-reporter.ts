import { ApiProblem } from '../api/api-problem.ts';
import { metresBetween } from '../../shared/geo/distance.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';

/** How often it looks whether a batch is due; as often batches go where the server tells nothing, and after a failure. */
export const tickSeconds = 15;
/** The trail needs no more; some devices give one a second. */
const fixEveryMilliseconds = 5_000;
/** Whoever drives fast is not left so far behind on the map, whatever the time. */
const dueMetres = 1_500;
/** Whoever comes so near to where he travels is about to arrive, sooner than the server may have thought. */
const nearMetres = 250;
/** About half an hour of fixes at 5 s; beyond it the oldest go, as the newest matter. */
const keptAtMost = 400;
/** What one request takes. */
const batchAtMost = 100;

export interface PositionReporterDeps {
  readonly geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>;
  readonly send: (fixes: PositionFix[]) => Promise<BatchAnswer>;
  /** What to add to the device's time to get the server's. */
  readonly offsetMilliseconds: () => number;
  /** Where the phone is now. */
  readonly onFix: (fix: PositionFix) => void;
  readonly onArrival: (appointmentId: string) => void;
  /** Whether positions come, and why not. */
  readonly onState: (state: PositionState) => void;
  /** Calls back every so often until the given way to stop is used. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

/** The appointment whose place seems reached, and when the server wants to hear again. */
export interface BatchAnswer {
  readonly arrivalSuggestedFor?: string | undefined;
  readonly nextBatchSeconds?: number | undefined;
}

export type PositionState = 'off' | 'waiting' | 'sharing' | 'denied' | 'unavailable';

/** Watches the device's position while travelling and sends it in batches; what could not be sent goes with the next batch. */
export class PositionReporter {
  readonly #deps: PositionReporterDeps;
  #fixes: PositionFix[] = [];
  #stop: (() => void) | undefined;
  #sending = false;
  #firstOfWay = true;
  /** Whether the watch gave a fix since the last batch was due. */
  #heard = false;
  /** Ticks until the next batch. */
  #ticksLeft = 1;
  #sentFrom: PositionFix['location'] | undefined;
  #aim: PositionFix['location'] | undefined;
  #nearAim = false;

  constructor(deps: PositionReporterDeps) {
    this.#deps = deps;
  }

  /** Begins to watch on the way to a place, or tells it another one. */
  start(aim?: PositionFix['location']): void {
    if (aim?.join() !== this.#aim?.join()) this.#nearAim = false;
    this.#aim = aim;
    if (this.#stop !== undefined) return;
    const { geolocation, every } = this.#deps;
    const take = (position: GeolocationPosition) => {
      if (this.#stop !== undefined) this.#add(position);
    };
    const miss = (error: GeolocationPositionError) => {
      if (this.#stop === undefined) return;
      this.#deps.onState(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable');
    };
    this.#firstOfWay = true;
    this.#heard = true;
    this.#deps.onState('waiting');
    const watch = geolocation.watchPosition(take, miss, exact);
    const stopTimer = every(tickSeconds * 1000, () => {
      this.#ticksLeft -= 1;
      if (this.#ticksLeft > 0) return;
      // Who stands at a light or before the door moves nothing, and many phones then watch in silence.
      if (!this.#heard) geolocation.getCurrentPosition(take, miss, exact);
      this.#heard = false;
      void this.flush();
    });
    this.#stop = () => {
      geolocation.clearWatch(watch);
      stopTimer();
    };
  }

  /** Stops watching and sends what is left. */
  stop(): void {
    if (this.#stop === undefined) return;
    this.#stop();
    this.#stop = undefined;
    this.#deps.onState('off');
    void this.flush();
  }

  /** Sends the oldest batch now. Fixes leave the queue only when the server has them. */
  async flush(): Promise<void> {
    const batch = this.#fixes.slice(0, batchAtMost);
    if (this.#sending || batch.length === 0) return;
    this.#sending = true;
    this.#ticksLeft = 1;
    this.#sentFrom = batch.at(-1)?.location;
    try {
      const { arrivalSuggestedFor, nextBatchSeconds = tickSeconds } = await this.#deps.send(batch);
      this.#drop(batch);
      // What piled up without a network follows at the next tick.
      this.#ticksLeft = this.#fixes.length >= batchAtMost ? 1 : Math.ceil(nextBatchSeconds / tickSeconds);
      if (arrivalSuggestedFor !== undefined) this.#deps.onArrival(arrivalSuggestedFor);
    } catch (fault) {
      // Without network they stay and go with the next batch; what the server refuses it would refuse again.
      if (fault instanceof ApiProblem && fault.problem.status < 500) this.#drop(batch);
    } finally {
      this.#sending = false;
    }
  }

  #isWorthKeeping({ at }: PositionFix): boolean {
    const last = this.#fixes.at(-1);
    return last === undefined || Math.abs(Date.parse(at) - Date.parse(last.at)) >= fixEveryMilliseconds;
  }

  #wentFar({ location }: PositionFix): boolean {
    return this.#sentFrom !== undefined && metresBetween(this.#sentFrom, location) >= dueMetres;
  }

  /** Whether this fix is the first one near to where he travels. */
  #comesNear({ location }: PositionFix): boolean {
    const before = this.#nearAim;
    this.#nearAim = this.#aim !== undefined && metresBetween(this.#aim, location) <= nearMetres;
    return this.#nearAim && !before;
  }

  #drop(batch: readonly PositionFix[]): void {
    this.#fixes = this.#fixes.filter((fix) => !batch.includes(fix));
  }

  #add(position: GeolocationPosition): void {
    this.#heard = true;
    const fix = fixOf(position, this.#deps.offsetMilliseconds());
    this.#deps.onFix(fix);
    this.#deps.onState('sharing');
    if (!this.#isWorthKeeping(fix)) return;
    this.#fixes = [...this.#fixes, fix].slice(-keptAtMost);
    // At once where the way begins, so that he is seen to start, and where it ends, so that he is asked whether he arrived.
    const comesNear = this.#comesNear(fix);
    if (this.#firstOfWay || comesNear || this.#wentFar(fix)) void this.flush();
    this.#firstOfWay = false;
  }
}

const exact: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 };

/** In the contract's words; what the device does not know is left out, and its clock is corrected to the server's. */
const fixOf = ({ coords, timestamp }: GeolocationPosition, offsetMilliseconds: number): PositionFix => ({
  at: new Date(timestamp + offsetMilliseconds).toISOString(),
  location: [coords.longitude, coords.latitude],
  accuracyMetres: Math.min(coords.accuracy, 100_000),
  ...(isNumber(coords.speed) ? { speedMetresPerSecond: Math.min(Math.max(coords.speed, 0), 120) } : {}),
  ...(isNumber(coords.heading) ? { headingDegrees: coords.heading } : {}),
});

const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);
