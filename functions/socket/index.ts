import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createLogger } from '../platform/logger.ts';
import { openTable } from '../store/open-table.ts';
import { createSocketHandler } from './handler.ts';

const { tableName, webOrigin } = readEnvironment(['tableName', 'webOrigin']);

export const handler = createSocketHandler({
  table: openTable(tableName),
  clock: systemClock,
  random: Math.random,
  webOrigin,
  log: createLogger('socket'),
});
