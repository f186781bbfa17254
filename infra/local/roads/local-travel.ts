import { join } from 'node:path';
import type { Clock } from '../../../functions/platform/clock.ts';
import { environmentCredentials } from '../../../functions/platform/environment-credentials.ts';
import { createLogger } from '../../../functions/platform/logger.ts';
import { createRoadNetworks } from '../../../functions/platform/travel/road-networks.ts';
import { serviceNamed } from '../../../functions/platform/travel/service-named.ts';
import { serviceTravel } from '../../../functions/platform/travel/service-travel.ts';
import { createTravelSource } from '../../../functions/platform/travel/travel-source.ts';
import type { TravelSource } from '../../../shared/geo/travel-source.ts';
import type { LocalOptions } from '../local-options.ts';
import { roadFolder } from './road-folder.ts';

/** Where `npm run roads -- import` puts networks and the program looks for them. */
export const roadsFolder = (dataFolder: string): string => join(dataFolder, 'roads');

/** Travel as one machine has it: networks from the data folder, a routing service where one is named. */
export const localTravel = (
  { folder, roadNetwork, routingService = 'none' }: Pick<LocalOptions, 'folder' | 'roadNetwork' | 'routingService'>,
  clock: Clock,
): TravelSource => {
  const log = createLogger('roads');
  const service = serviceNamed(routingService, { credentials: environmentCredentials, clock });
  return createTravelSource({
    networks: createRoadNetworks({ files: roadFolder(roadsFolder(folder)), clock, log }),
    usualNetwork: roadNetwork,
    service: service && serviceTravel(service, log),
  });
};
