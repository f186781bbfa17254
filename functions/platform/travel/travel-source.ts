import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { RoadNetwork } from '../../../shared/geo/road/road-network.ts';
import { roadTravel } from '../../../shared/geo/road/road-travel.ts';
import type { TravelModel } from '../../../shared/geo/travel-model.ts';
import type { TravelQuestion, TravelSource } from '../../../shared/geo/travel-source.ts';
import type { RoadNetworks } from './road-networks.ts';

export interface TravelSettings {
  readonly networks: RoadNetworks;
  /** The network of territories that name none. */
  readonly usualNetwork?: string | undefined;
  /** Asked instead of own roads by territories that name no network. */
  readonly service?: TravelSource | undefined;
}

/** Outside of its box by so many degrees, about 10 km, a network may still serve: drives go beyond the last road that was imported. */
const marginDegrees = 0.1;

/** Whether a network is of the city that is asked about: at least half of the places lie there. */
const isOf = ({ facts: { bounds } }: RoadNetwork, places: TravelQuestion['places']): boolean => {
  const [west, south, east, north] = bounds;
  const inside = places.filter(
    ([longitude, latitude]) =>
      west - marginDegrees <= longitude &&
      longitude <= east + marginDegrees &&
      south - marginDegrees <= latitude &&
      latitude <= north + marginDegrees,
  );
  return inside.length * 2 >= places.length;
};

/** A territory's own network, else the routing service, else the deployment's network, else the estimate. Roads of another city are none. */
export const createTravelSource = ({ networks, usualNetwork, service }: TravelSettings): TravelSource => {
  /** One model for each network, so that what it found for places is kept as long as the network is. */
  const models = new WeakMap<RoadNetwork, TravelModel>();
  const over = async (name: string | undefined, { places }: TravelQuestion): Promise<TravelModel | undefined> => {
    const network = name === undefined ? undefined : await networks.get(name);
    if (!network || !isOf(network, places)) return undefined;
    const model = models.get(network) ?? roadTravel(network, estimatedTravel);
    models.set(network, model);
    return model;
  };
  return {
    async prepare(tenantId, question) {
      const own = await over(question.roadNetwork, question);
      if (own) return own;
      if (service) return service.prepare(tenantId, question);
      return (await over(usualNetwork, question)) ?? estimatedTravel;
    },
    async roads(name = usualNetwork) {
      return name === undefined ? undefined : networks.get(name);
    },
  };
};
