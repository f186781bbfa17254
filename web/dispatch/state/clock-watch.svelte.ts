import type { Api } from '../../api/api.ts';
import { poll, type Polling, type WakeUps } from '../../api/poll.ts';
import type { SlaClock } from '../../../shared/model/sla.ts';
import { listClocks } from '../../../shared/protocol/endpoints/coverage.ts';
import { clocksById } from './clocks-by-id.ts';

/** Between two times they run down by themselves: only pauses, ends and new work must be asked for. */
const everyMilliseconds = (hidden: boolean): number => (hidden ? 300_000 : 45_000);

/** The promised times of all open work of a territory, by the appointment and the request that they belong to. */
export class ClockWatch {
  #of: ReadonlyMap<string, readonly SlaClock[]> = $state.raw(clocksById([]));
  /** Asked and answered, or not to be had: what is ordered by them will not jump under a hand that takes hold of it. */
  isSettled = $state(false);
  #territoryId: string | undefined;
  #polling: Polling | undefined;
  readonly #api: Api;
  readonly #wakeUps: WakeUps | undefined;

  constructor(api: Api, wakeUps?: WakeUps) {
    this.#api = api;
    this.#wakeUps = wakeUps;
  }

  of(id: string): readonly SlaClock[] {
    return this.#of.get(id) ?? [];
  }

  /** Asks now and again; what cannot be read leaves the last that was known. */
  watch(territoryId: string): void {
    this.stop();
    this.isSettled = false;
    this.#territoryId = territoryId;
    const ask = async () => {
      const answer = await this.#api.call(listClocks, { params: { territoryId }, query: {} }).catch(() => undefined);
      if (this.#territoryId !== territoryId) return;
      if (answer) this.#of = clocksById(answer.items);
      this.isSettled = true;
    };
    this.#polling = poll(ask, everyMilliseconds, this.#wakeUps);
  }

  stop(): void {
    this.#polling?.stop();
  }
}
