import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { deployedTravel } from '../platform/travel/deployed-travel.ts';
import { openTable } from '../store/open-table.ts';
import { createPlannerHandler } from './handler.ts';

const { tableName } = readEnvironment(['tableName']);
const log = createLogger('planner');

export const handler = createPlannerHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  travel: deployedTravel(log),
  log,
});
