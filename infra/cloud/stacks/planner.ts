import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { houseQueue, parkedQueue } from '../constructs/house-queue.ts';
import { drives, type StageSettings } from '../stages.ts';

interface PlannerProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly roadNetworks: IBucket;
}

/** Parts of plans (a territory's day each) wait in a queue; so many at once, and what fails three times is parked. */
export class PlannerStack extends Stack {
  readonly queue: Queue;
  readonly parked: Queue;
  readonly planner: HouseFunction;

  constructor(scope: Construct, id: string, { stage, table, roadNetworks, ...props }: PlannerProps) {
    super(scope, id, props);
    this.parked = parkedQueue(this, 'ParkedPlans');
    this.queue = houseQueue(this, 'Plans', {
      visibilityTimeout: Duration.seconds(drives.plans.visibilitySeconds),
      deadLetterQueue: { queue: this.parked, maxReceiveCount: drives.plans.receives },
    });
    this.planner = new HouseFunction(this, 'Planner', { stage, entry: 'planner' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem')
      .bindRoads(roadNetworks);
    const source = new SqsEventSource(this.queue, {
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency: stage.plannersAtOnce,
    });
    this.planner.addEventSource(source);
    acknowledge(
      this.planner,
      'A queue is no stream: what fails goes back to it, and to its parked queue after three times.',
      'Serverless-LambdaEventSourceMappingDestination',
    );
  }
}
