import type { SQSEvent } from 'aws-lambda';
import type { PlanCommand } from '../../../shared/protocol/plan-command.ts';

/** Messages as SQS hands them to Lambda. */
export const aQueueEvent = (commands: readonly PlanCommand[], receiveCount = 1): SQSEvent => ({
  Records: commands.map((command, i) => ({
    messageId: `message-${i}`,
    receiptHandle: `receipt-${i}`,
    body: JSON.stringify(command),
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: '1778583600000',
      SenderId: 'changes',
      ApproximateFirstReceiveTimestamp: '1778583600000',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:plans',
    awsRegion: 'us-east-1',
  })),
});
