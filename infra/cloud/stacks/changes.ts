import { Duration, Stack, type SecretValue, type StackProps } from 'aws-cdk-lib';
import type { WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { passedOn, promiseEvents, promiseThings } from '../../../functions/store/table.ts';
import { HouseFunction, type MailSender } from '../constructs/house-function.ts';
import { parkedQueue } from '../constructs/house-queue.ts';
import { drives, type StageSettings } from '../stages.ts';

interface ChangesProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly planQueue: IQueue;
  readonly live: WebSocketStage;
  readonly sender: MailSender;
  readonly coverageKey: SecretValue;
}

/** The table's changes on their way out: to consoles by socket, to customers by message, to the planner by queue; and what they mean for promises. */
export class ChangesStack extends Stack {
  readonly changes: HouseFunction;
  readonly promises: HouseFunction;
  readonly parked: Queue;

  constructor(
    scope: Construct,
    id: string,
    { stage, table, planQueue, live, sender, coverageKey, ...props }: ChangesProps,
  ) {
    super(scope, id, props);
    this.changes = new HouseFunction(this, 'Changes', { stage, entry: 'changes' })
      .bindTable(table, 'GetItem', 'Query', 'PutItem', 'DeleteItem')
      .bindPlanQueue(planQueue)
      .bindSockets(live)
      .bindWeb()
      .bindMail(sender)
      .bindSms();
    this.parked = parkedQueue(this, 'ParkedChanges');
    readStream(this.changes, table, this.parked, { entity: { S: FilterRule.or(...passedOn) } });
    this.promises = new HouseFunction(this, 'Promises', { stage, entry: 'promises' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')
      .bindCoverageKey(coverageKey);
    const happened = {
      entity: { S: FilterRule.isEqual('history-entry') },
      data: { M: { event: { S: FilterRule.or(...promiseEvents) } } },
    };
    readStream(this.promises, table, this.parked, happened, { entity: { S: FilterRule.or(...promiseThings) } });
  }
}

/** A record that fails ten times is parked with where it stands in the stream; the others go on. */
const readStream = (reader: HouseFunction, table: TableV2, parked: Queue, ...newImages: readonly object[]): void => {
  const { batchSize, windowSeconds, retries } = drives.changes;
  table.grantStreamRead(reader);
  reader.addEventSourceMapping('Stream', {
    eventSourceArn: table.tableStreamArn ?? '',
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    maxBatchingWindow: Duration.seconds(windowSeconds),
    retryAttempts: retries,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(parked),
    filters: newImages.map((NewImage) =>
      FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb: { NewImage } }),
    ),
  });
};
