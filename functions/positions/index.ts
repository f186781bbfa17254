import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../shared/geo/travel-source.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { openTable } from '../store/open-table.ts';
import { createPositionsHandler } from './handler.ts';

const { tableName, tokenIssuer, tokenAudience, edgeSecret } = readEnvironment([
  'tableName',
  'tokenIssuer',
  'tokenAudience',
  'edgeSecret',
]);

const positions = createPositionsHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  travel: sourceOf(estimatedTravel),
  verifier: createIdentityVerifier({ issuer: tokenIssuer, audience: tokenAudience }),
  log: createLogger('positions'),
});

export const handler = behindEdge(edgeSecret, positions);
