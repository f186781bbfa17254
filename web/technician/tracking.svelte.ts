import type { Eta, PositionFix } from '../../shared/model/position-fix.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Api } from '../api/api.ts';
import { NetworkDown } from '../api/network-down.ts';
import { PositionReporter, type PositionState } from './position-reporter.ts';
import { sendPositions } from './routes.ts';

/** The position of the phone on its way up, and what it tells back: that a place seems reached. */
export class Tracking {
  state: PositionState = $state('off');
  arrivedAt: string | undefined = $state();
  /** When the server expects him at the place he travels to. */
  eta: Eta | undefined = $state.raw();
  /** Where the phone is, while it is watched. */
  here: PositionFix | undefined = $state.raw();
  readonly #reporter: PositionReporter;
  #dismissed: readonly string[] = [];
  #held = false;

  constructor(api: Api, geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>) {
    this.#reporter = new PositionReporter({
      geolocation,
      send: async (fixes) => {
        // As without a network: they stay and go when they may.
        if (this.#held) throw new NetworkDown();
        const answer = await api.call(sendPositions, { body: { fixes } });
        this.eta = answer.eta;
        return answer;
      },
      offsetMilliseconds: () => api.serverNow() - Date.now(),
      onFix: (fix) => (this.here = fix),
      onArrival: (appointmentId) => {
        if (!this.#dismissed.includes(appointmentId)) this.arrivedAt = appointmentId;
      },
      onState: (state) => (this.state = state),
      every: (milliseconds, run) => {
        const timer = setInterval(run, milliseconds);
        return () => clearInterval(timer);
      },
    });
  }

  /** Positions are taken exactly while a stop is travelled to: its place, or nothing. */
  follow(aim: Position | undefined): void {
    if (aim) this.#reporter.start(aim);
    else {
      this.arrivedAt = undefined;
      this.here = undefined;
      this.eta = undefined;
      this.#reporter.stop();
    }
  }

  /** Keeps the positions on the phone as long as the server does not know of the travel; then the first ones go at once. */
  hold(held: boolean): void {
    const isReleased = this.#held && !held;
    this.#held = held;
    if (isReleased) void this.#reporter.flush();
  }

  /** "Not yet": this place is not suggested again. */
  dismissArrival(): void {
    if (this.arrivedAt !== undefined) this.#dismissed = [...this.#dismissed, this.arrivedAt];
    this.arrivedAt = undefined;
  }
}
