import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseFunction } from '../constructs/house-function.ts';
import { houseQueue } from '../constructs/house-queue.ts';
import type { StageSettings } from '../stages.ts';

interface PlannerProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
}

const planning = Duration.minutes(2);

/** Days that are to be planned wait in a queue; what fails three times is parked. */
export class PlannerStack extends Stack {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { stage, table, ...props }: PlannerProps) {
    super(scope, id, props);
    const parked = houseQueue(this, 'ParkedPlans', { retentionPeriod: Duration.days(14) });
    this.queue = houseQueue(this, 'Plans', {
      // Six times the function's time, as AWS asks of queues that start functions.
      visibilityTimeout: Duration.seconds(planning.toSeconds() * 6),
      deadLetterQueue: { queue: parked, maxReceiveCount: 3 },
    });
    const planner = new HouseFunction(this, 'Planner', {
      stage,
      entry: 'planner',
      timeout: planning,
      // A whole core.
      memorySize: 1769,
    }).bindTable(table);
    planner.addEventSource(new SqsEventSource(this.queue, { batchSize: 1, reportBatchItemFailures: true }));
  }
}
