import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { EndpointOf } from '../api/route.ts';
import type { ResponseOf } from '../../shared/protocol/endpoint.ts';
import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { nextVisitLookSeconds } from '../../shared/rules/next-visit-look.ts';
import { getVisit } from './routes.ts';

export type Visit = ResponseOf<EndpointOf<typeof getVisit>>;

/** The appointment as the customer may see it, as last confirmed by the server. */
export class VisitState {
  visit = $state.raw<Visit>();
  ended = $state(false);
  /** The last question had no answer: what is shown is from before. */
  offline = $state(false);
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** How soon it is worth asking again. */
  nextLookSeconds(hidden: boolean): number {
    const { now, onTheWay } = this.visit ?? {};
    const from = onTheWay?.eta?.from;
    return nextVisitLookSeconds({
      // Before his first position it is not known how far he is.
      travelling: onTheWay !== undefined,
      secondsToArrival: now && from && onTheWay.position ? secondsBetween(now, from) : undefined,
      hidden,
    });
  }

  async refresh(): Promise<void> {
    if (this.ended) return;
    try {
      this.visit = await this.#api.call(getVisit, {});
      this.offline = false;
    } catch (fault) {
      const final = fault instanceof ApiProblem && fault.problem.status < 500 && fault.code !== 'too-many';
      this.ended = final;
      this.offline = !final;
    }
  }
}
