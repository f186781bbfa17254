import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { openTable } from '../store/open-table.ts';
import { createSyncHandler } from './handler.ts';

const settings = readEnvironment(['tableName', 'tokenIssuer', 'tokenAudience', 'edgeSecret']);
const log = createLogger('sync');

const sync = createSyncHandler({
  table: openTable(settings.tableName),
  verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  travel: deployedTravel(log),
  log,
});

export const handler = behindEdge(settings.edgeSecret, sync);
