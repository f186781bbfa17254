import { behindEdge } from '../platform/behind-edge.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { environmentCredentials } from '../platform/environment-credentials.ts';
import { geocoderNamed } from '../platform/geocoder-named.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { openTable } from '../store/open-table.ts';
import { createGeographyHandler } from './handler.ts';

const settings = readEnvironment(['tableName', 'tokenIssuer', 'tokenAudience', 'edgeSecret', 'geocoder']);
const log = createLogger('geography');
const geocoder = geocoderNamed(settings.geocoder, { credentials: environmentCredentials, clock: systemClock });

const geography = createGeographyHandler({
  table: openTable(settings.tableName),
  verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  travel: deployedTravel(log),
  ...(geocoder && { geocoder }),
  log,
});

export const handler = behindEdge(settings.edgeSecret, geography);
