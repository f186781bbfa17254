import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseFunction } from '../constructs/house-function.ts';
import { parkedQueue } from '../constructs/house-queue.ts';
import { drives, type StageSettings } from '../stages.ts';

interface TimersProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly planQueue: IQueue;
}

/** What the clock starts: taking up again what waits too long, and the watch over promised times and contracts. */
export class TimersStack extends Stack {
  readonly timers: HouseFunction;
  readonly parked: Queue;

  constructor(scope: Construct, id: string, { stage, table, planQueue, ...props }: TimersProps) {
    super(scope, id, props);
    this.parked = parkedQueue(this, 'ParkedRounds');
    this.timers = new HouseFunction(this, 'Timers', { stage, entry: 'timers', deadLetterQueue: this.parked })
      .bindTable(table, 'BatchGetItem', 'Query', 'PutItem')
      .bindPlanQueue(planQueue);
    const role = new Role(this, 'ClockRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new CfnSchedule(this, 'Rounds', {
      description: 'Takes up messages and plans that wait too long, and tells of promises and contracts that run out',
      scheduleExpression: `rate(${drives.roundMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.timers.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: this.parked.queueArn },
        // The next round does the same; an old one is not worth catching up.
        retryPolicy: {
          maximumEventAgeInSeconds: Duration.minutes(drives.roundMinutes).toSeconds(),
          maximumRetryAttempts: drives.roundRetries,
        },
      },
    }).node.addDependency(mayStart(role, this.timers, this.parked));
  }
}

const mayStart = (role: Role, timers: HouseFunction, parked: Queue): Role => {
  role.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [timers.functionArn] }),
  );
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [parked.queueArn] }));
  return role;
};
