import { randomBytes } from 'node:crypto';
import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { lambdaSettings, readEnvironment } from '../platform/environment.ts';
import { environmentCredentials } from '../platform/environment-credentials.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { bucketUrlOf, createPhotoStore } from '../platform/photo-store.ts';
import { createSeal } from '../platform/seal.ts';
import { openTable } from '../store/open-table.ts';
import { createAgreementsHandler } from './handler.ts';

const settings = readEnvironment([
  'tableName',
  'photoBucket',
  'webOrigin',
  'coverageKey',
  'tokenIssuer',
  'tokenAudience',
  'edgeSecret',
]);
const { region, s3Endpoint } = lambdaSettings();

const agreements = createAgreementsHandler({
  table: openTable(settings.tableName),
  verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  randomBytes,
  photoStore: createPhotoStore({
    url: bucketUrlOf(settings.photoBucket, region, s3Endpoint),
    region,
    credentials: environmentCredentials,
    clock: systemClock,
  }),
  seal: createSeal(settings.coverageKey),
  webOrigin: settings.webOrigin,
  log: createLogger('agreements'),
});

export const handler = behindEdge(settings.edgeSecret, agreements);
