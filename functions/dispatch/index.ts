import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { createDispatchHandler } from './handler.ts';

const { settings, deps } = deployedApi('dispatch');

export const handler = behindEdge(
  settings.edgeSecret,
  createDispatchHandler({ ...deps, travel: deployedTravel(deps.log) }),
);
