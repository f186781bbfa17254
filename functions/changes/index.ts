import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { randomBytes } from 'node:crypto';
import { systemClock } from '../platform/clock.ts';
import { readEnvironment } from '../platform/environment.ts';
import { idMaker } from '../platform/ids.ts';
import { createLiveSender } from '../platform/live-sender.ts';
import { createLogger } from '../platform/logger.ts';
import { createMessageSender } from '../platform/message-sender.ts';
import { createPlanQueue } from '../platform/queue.ts';
import { openTable } from '../store/open-table.ts';
import { createChangesHandler } from './handler.ts';

const { tableName, liveEndpoint, planQueueUrl, webOrigin, mailFrom } = readEnvironment([
  'tableName',
  'liveEndpoint',
  'planQueueUrl',
  'webOrigin',
  'mailFrom',
]);

/** No SMS service is bound yet: such messages are parked in sight with this reason. */
const noSms = (): Promise<void> => Promise.reject(new Error('no SMS service is set up'));

export const handler = createChangesHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  randomBytes,
  sendLive: createLiveSender(new ApiGatewayManagementApiClient({ endpoint: liveEndpoint })),
  sendMessage: createMessageSender(new SESv2Client({}), mailFrom, noSms),
  queuePlan: createPlanQueue(new SQSClient({}), planQueueUrl),
  webOrigin,
  log: createLogger('changes'),
});
