import { SQSClient } from '@aws-sdk/client-sqs';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { idMaker } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { createPlanQueue } from '../platform/queue.ts';
import { openTable } from '../store/open-table.ts';
import { createTimersHandler } from './handler.ts';

const { tableName, planQueueUrl } = readEnvironment(['tableName', 'planQueueUrl']);

export const handler = createTimersHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  queuePlan: createPlanQueue(new SQSClient({}), planQueueUrl),
  log: createLogger('timers'),
});
