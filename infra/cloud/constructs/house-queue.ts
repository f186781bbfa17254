import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { drives } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

/** A queue of this house: encrypted at rest and on the way. */
export const houseQueue = (scope: Construct, id: string, props: QueueProps): Queue =>
  new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });

/** Where what failed for good waits for a person; an alarm of the watch stack looks at it. */
export const parkedQueue = (scope: Construct, id: string): Queue => {
  const queue = houseQueue(scope, id, { retentionPeriod: Duration.days(drives.parkedDays) });
  acknowledge(queue, 'It is itself where others park what failed.', 'AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy');
  return queue;
};
