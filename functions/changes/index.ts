import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
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
import { createSmsSender } from '../platform/sms-sender.ts';
import { openTable } from '../store/open-table.ts';
import { createChangesHandler } from './handler.ts';

const { tableName, liveEndpoint, planQueueUrl, webOrigin, mailFrom, smsFrom } = readEnvironment([
  'tableName',
  'liveEndpoint',
  'planQueueUrl',
  'webOrigin',
  'mailFrom',
  'smsFrom',
]);
const sendSms = createSmsSender(new PinpointSMSVoiceV2Client({}), smsFrom);

export const handler = createChangesHandler({
  table: openTable(tableName),
  clock: systemClock,
  newId: idMaker(systemClock),
  random: Math.random,
  randomBytes,
  sendLive: createLiveSender(new ApiGatewayManagementApiClient({ endpoint: liveEndpoint })),
  sendMessage: createMessageSender(new SESv2Client({}), mailFrom, sendSms),
  queuePlan: createPlanQueue(new SQSClient({}), planQueueUrl),
  webOrigin,
  log: createLogger('changes'),
});
