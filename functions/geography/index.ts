import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { environmentCredentials } from '../platform/environment-credentials.ts';
import { geocoderNamed } from '../platform/geocoder-named.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { createGeographyHandler } from './handler.ts';

const { settings, deps } = deployedApi('geography', ['geocoder']);
const geocoder = geocoderNamed(settings.geocoder, { credentials: environmentCredentials, clock: deps.clock });

export const handler = behindEdge(
  settings.edgeSecret,
  createGeographyHandler({ ...deps, travel: deployedTravel(deps.log), ...(geocoder && { geocoder }) }),
);
