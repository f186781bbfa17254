import { randomBytes } from 'node:crypto';
import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { createSeal } from '../platform/seal.ts';
import { openTable } from '../store/open-table.ts';
import { createAgreementsHandler } from './handler.ts';

const settings = readEnvironment([
  'tableName',
  'webOrigin',
  'coverageKey',
  'tokenIssuer',
  'tokenAudience',
  'edgeSecret',
]);

const agreements = createAgreementsHandler({
  table: openTable(settings.tableName),
  verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  randomBytes,
  seal: createSeal(settings.coverageKey),
  webOrigin: settings.webOrigin,
  log: createLogger('agreements'),
});

export const handler = behindEdge(settings.edgeSecret, agreements);
