import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { openTable } from '../store/open-table.ts';
import { createAdministrationHandler } from './handler.ts';

const settings = readEnvironment(['tableName', 'tokenIssuer', 'tokenAudience', 'edgeSecret']);

const administration = createAdministrationHandler({
  table: openTable(settings.tableName),
  verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  log: createLogger('administration'),
});

export const handler = behindEdge(settings.edgeSecret, administration);
