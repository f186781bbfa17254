import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { createAdministrationHandler } from './handler.ts';

const { settings, deps } = deployedApi('administration');

export const handler = behindEdge(settings.edgeSecret, createAdministrationHandler(deps));
