import type { PositionFix } from '../../shared/model/position-fix.ts';
import type { Api } from '../api/api.ts';
import { PositionReporter, type PositionState } from './position-reporter.ts';
import { sendPositions } from './routes.ts';

/** The position of the phone on its way up, and what it tells back: that a place seems reached. */
export class Tracking {
  state: PositionState = $state('off');
  arrivedAt: string | undefined = $state();
  /** Where the phone is, while it is watched. */
  here: PositionFix | undefined = $state.raw();
  readonly #reporter: PositionReporter;
  #dismissed: readonly string[] = [];

  constructor(api: Api, geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>) {
    this.#reporter = new PositionReporter({
      geolocation,
      send: (fixes) => api.call(sendPositions, { body: { fixes } }),
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

  /** Positions are taken exactly while a stop is travelled to. */
  follow(travelling: boolean): void {
    if (travelling) this.#reporter.start();
    else {
      this.arrivedAt = undefined;
      this.here = undefined;
      this.#reporter.stop();
    }
  }

  /** "Not yet": this place is not suggested again. */
  dismissArrival(): void {
    if (this.arrivedAt !== undefined) this.#dismissed = [...this.#dismissed, this.arrivedAt];
    this.arrivedAt = undefined;
  }
}
