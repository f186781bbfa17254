import type { Api } from '../api/api.ts';
import type { Suggestion } from '../ui/suggestion.ts';
import type { Position } from '../../shared/model/place.ts';
import type { ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { EndpointOf } from '../api/route.ts';
import { searchReportPlaces } from './routes.ts';

type Found = ResponseOf<EndpointOf<typeof searchReportPlaces>>;

/** Addresses for the customer's report, those where the company works first. */
export class ReportPlaces {
  note = $state('');
  #results: Found['results'] = [];
  readonly #api: Api;
  readonly #near: { readonly longitude: number; readonly latitude: number };

  constructor(api: Api, [west, south, east, north]: readonly [number, number, number, number]) {
    this.#api = api;
    this.#near = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  }

  async suggest(text: string, signal: AbortSignal): Promise<Suggestion[]> {
    const { results, attributions } = await this.#api.call(
      searchReportPlaces,
      { query: { text, ...this.#near } },
      { signal },
    );
    this.#results = results;
    this.note = attributions.join(' · ');
    return results.map(({ addressText }, i) => ({ id: String(i), text: addressText }));
  }

  locationOf(id: string): Position | undefined {
    return this.#results[Number(id)]?.location;
  }
}
