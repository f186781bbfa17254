import type { TravelSource } from '../../../shared/geo/travel-source.ts';
import { systemClock } from '../clock.ts';
import { environmentCredentials } from '../environment-credentials.ts';
import { lambdaSettings, readEnvironment } from '../environment.ts';
import type { Logger } from '../logger.ts';
import { bucketUrlOf } from '../photo-store.ts';
import { roadBucket } from './road-bucket.ts';
import { createRoadNetworks } from './road-networks.ts';
import { serviceNamed } from './service-named.ts';
import { serviceTravel } from './service-travel.ts';
import { createTravelSource } from './travel-source.ts';

/** Travel as a deployed function has it: networks from the road bucket, a routing service where the stage names one. */
export const deployedTravel = (log: Pick<Logger, 'warn'>): TravelSource => {
  const settings = readEnvironment(['roadBucket', 'roadNetwork', 'routingService']);
  const { region, s3Endpoint } = lambdaSettings();
  const access = { region, credentials: environmentCredentials, clock: systemClock };
  const url = bucketUrlOf(settings.roadBucket, region, s3Endpoint);
  const service = serviceNamed(settings.routingService, access);
  return createTravelSource({
    networks: createRoadNetworks({ files: roadBucket({ ...access, url }), clock: systemClock, log }),
    usualNetwork: settings.roadNetwork === 'none' ? undefined : settings.roadNetwork,
    service: service && serviceTravel(service, log),
  });
};
