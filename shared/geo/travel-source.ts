import type { Position } from '../model/place.ts';
import type { RoadNetwork } from './road/road-network.ts';
import type { TravelModel } from './travel-model.ts';

/** What someone is about to ask of a travel model. */
export interface TravelQuestion {
  readonly territoryId: string;
  /** The territory's road network; the deployment's own where it names none. */
  readonly roadNetwork?: string | undefined;
  readonly places: readonly Position[];
  /** Where only ways to and from one place matter (candidates for one appointment): services are asked for those alone. */
  readonly centre?: Position;
  /** Epoch milliseconds; the time of day that counts where one table serves the whole question. */
  readonly departAt: number;
}

/** Fetches what is needed (a network's file, another program's table) and gives a model that answers at once. It falls back to the estimate, and its model then says so. */
export interface TravelSource {
  prepare(tenantId: string, question: TravelQuestion): Promise<TravelModel>;
  /** The roads themselves, for who draws or names them: of a name, or the deployment's own. Undefined where there are none. */
  roads?(name: string | undefined): Promise<RoadNetwork | undefined>;
}

/** A source whose one model serves every question. */
export const sourceOf = (travel: TravelModel): TravelSource => ({ prepare: () => Promise.resolve(travel) });
