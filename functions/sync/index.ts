import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { createSyncHandler } from './handler.ts';

const { settings, deps } = deployedApi('sync');

export const handler = behindEdge(
  settings.edgeSecret,
  createSyncHandler({ ...deps, travel: deployedTravel(deps.log) }),
);
