import type { Api } from '../../../api/api.ts';
import { getReach } from '../../../../shared/protocol/endpoints/reach.ts';
import type { ResponseOf } from '../../../../shared/protocol/endpoint.ts';

export type Reach = ResponseOf<typeof getReach>;

/** What is asked: a promise, and who counts. */
export interface ReachQuestion {
  readonly territoryId: string;
  readonly seconds: number;
  readonly skillId: string;
  readonly partId: string;
  /** Only this one; everyone on shift where it is absent. */
  readonly technicianId: string | undefined;
}

/** The answer to the question asked last; the one before stays until the next is there. */
export class ReachState {
  answer: Reach | undefined = $state.raw();
  reading = $state(false);
  failed = $state(false);
  #asked: AbortController | undefined;
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async ask({ territoryId, seconds, skillId, partId, technicianId }: ReachQuestion): Promise<void> {
    this.stop();
    const asked = new AbortController();
    this.#asked = asked;
    this.reading = true;
    const query = {
      seconds,
      ...(skillId === '' ? {} : { skillId }),
      ...(partId === '' ? {} : { partId }),
      ...(technicianId === undefined ? {} : { technicianIds: technicianId }),
    };
    try {
      const answer = await this.#api.call(getReach, { params: { territoryId }, query }, { signal: asked.signal });
      if (asked.signal.aborted) return;
      this.answer = answer;
      this.failed = false;
    } catch {
      if (!asked.signal.aborted) this.failed = true;
    }
    if (!asked.signal.aborted) this.reading = false;
  }

  stop(): void {
    this.#asked?.abort();
  }
}
