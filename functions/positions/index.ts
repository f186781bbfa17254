import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { openTable } from '../store/open-table.ts';
import { createPositionsHandler } from './handler.ts';

const { tableName, tokenIssuer, tokenAudience, edgeSecret } = readEnvironment([
  'tableName',
  'tokenIssuer',
  'tokenAudience',
  'edgeSecret',
]);
const log = createLogger('positions');

const positions = createPositionsHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  travel: deployedTravel(log),
  verifier: createIdentityVerifier({ issuer: tokenIssuer, audience: tokenAudience }),
  log,
});

export const handler = behindEdge(edgeSecret, positions);
