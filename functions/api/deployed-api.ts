import { systemClock } from '../platform/clock.ts';
import { readEnvironment, type Setting } from '../platform/environment.ts';
import { createIdentityVerifier } from '../platform/identity.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { openTable } from '../store/open-table.ts';

/** What an entry behind the HTTP API stands on in the cloud: its settings, with those of its own that it names, and what all of the API reach for. */
export const deployedApi = <Name extends Setting = never>(entry: string, names: readonly Name[] = []) => {
  const settings = readEnvironment(['tableName', 'tokenIssuer', 'tokenAudience', 'edgeSecret', ...names]);
  const deps = {
    table: openTable(settings.tableName),
    verifier: createIdentityVerifier({ issuer: settings.tokenIssuer, audience: settings.tokenAudience }),
    clock: systemClock,
    newId: idMaker(systemClock),
    random: Math.random,
    log: createLogger(entry),
  };
  return { settings, deps };
};
