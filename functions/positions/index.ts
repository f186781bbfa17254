import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
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
  verifier: createIdentityVerifier({ issuer: tokenIssuer, audience: tokenAudience }),
  log: createLogger('positions'),
});

export const handler = behindEdge(edgeSecret, positions);
