import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { createSeal } from '../platform/seal.ts';
import { openTable } from '../store/open-table.ts';
import { createPromisesHandler } from './handler.ts';

const { tableName, coverageKey } = readEnvironment(['tableName', 'coverageKey']);

export const handler = createPromisesHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  seal: createSeal(coverageKey),
  log: createLogger('promises'),
});
