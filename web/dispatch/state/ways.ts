import type { Api } from '../../api/api.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { TravelLeg } from '../../../shared/geo/travel-model.ts';
import type { Position } from '../../../shared/model/place.ts';
import { getTravelTimes, mostTravelPlaces } from '../../../shared/protocol/endpoints/travel-times.ts';

/** A way, and whether it is only reckoned by the straight line. */
export interface KnownLeg extends TravelLeg {
  readonly isEstimate: boolean;
}
/** Ways as the desk knows them; whoever asks gets an answer at once. */
export interface KnownWays {
  travel(from: Position, to: Position): KnownLeg;
}

/** So many are kept; then all are asked for anew. */
const mostKept = 20_000;

/** The server's own travel times for the desk, asked for by day when they first matter; until they are there, and where the server has no better, the estimate. */
export class Ways implements KnownWays {
  #legs: ReadonlyMap<string, KnownLeg> = new Map();
  readonly #asked = new Set<string>();
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  travel(from: Position, to: Position): KnownLeg {
    return this.#legs.get(nameOf(from, to)) ?? { ...estimatedTravel.travel(from, to), isEstimate: true };
  }

  /** Has the ways between some places worked out; answers when they are there, true where something was learned. */
  async ask(territoryId: string, places: readonly Position[]): Promise<boolean> {
    const distinct = [...new Map(places.map((place) => [place.join(), place])).values()].slice(0, mostTravelPlaces);
    const name = distinct
      .map((place) => place.join())
      .sort()
      .join(';');
    if (distinct.length < 2 || this.#asked.has(name)) return false;
    this.#asked.add(name);
    try {
      const query = { places: distinct.map(written).join(';') };
      const answer = await this.#api.call(getTravelTimes, { params: { territoryId }, query });
      this.#learn(distinct, answer);
      return true;
    } catch {
      // The estimate does; asked again at the next drag.
      this.#asked.delete(name);
      return false;
    }
  }

  #learn(
    places: readonly Position[],
    { travelSource, seconds, metres }: { travelSource: string; seconds: number[]; metres: number[] },
  ): void {
    const isFull = this.#legs.size > mostKept;
    if (isFull) this.#asked.clear();
    const legs = new Map(isFull ? [] : this.#legs);
    places.forEach((from, i) =>
      places.forEach((to, j) => {
        const at = i * places.length + j;
        const leg = { seconds: seconds[at] ?? 0, metres: metres[at] ?? 0 };
        legs.set(nameOf(from, to), { ...leg, isEstimate: travelSource === 'estimate' });
      }),
    );
    this.#legs = legs;
  }
}

const nameOf = (from: Position, to: Position): string => `${from.join()} ${to.join()}`;

/** To a tenth of a metre. */
const written = (place: Position): string => place.map((degrees) => degrees.toFixed(6)).join();
