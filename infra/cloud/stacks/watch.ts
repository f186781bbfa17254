import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Dashboard, GraphWidget, MathExpression, Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { houseAlarm, type HouseAlarmProps } from '../constructs/house-alarm.ts';
import type { HouseFunction } from '../constructs/house-function.ts';
import { parkedQueue } from '../constructs/house-queue.ts';
import { alarmLevels, alarmNames, budgetToldPercent, graphColumns, houseName, type StageSettings } from '../stages.ts';

/** Everything that is looked at. */
export interface Watched {
  readonly table: TableV2;
  readonly api: HttpApi;
  readonly http: HouseFunction;
  readonly dispatch: HouseFunction;
  readonly geography: HouseFunction;
  readonly administration: HouseFunction;
  readonly agreements: HouseFunction;
  readonly positions: HouseFunction;
  readonly sync: HouseFunction;
  readonly socket: HouseFunction;
  readonly identity: HouseFunction;
  readonly changes: HouseFunction;
  readonly promises: HouseFunction;
  readonly planner: HouseFunction;
  readonly timers: HouseFunction;
  readonly planQueue: Queue;
  readonly parkedChanges: Queue;
  readonly parkedPlans: Queue;
  readonly parkedRounds: Queue;
}
interface WatchProps extends StackProps {
  readonly stage: StageSettings;
  readonly watched: Watched;
}

/** Who is told, of what, and what it means for people; one dashboard; a limit to the bill. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, watched, ...props }: WatchProps) {
    super(scope, id, props);
    const tell = alarmTopic(this, stage);
    const messages = unsentMessages(this, watched.changes, stage);
    const meanings = alarmsOf(watched, messages);
    for (const name of alarmNames) houseAlarm(this, name, { ...meanings[name], level: alarmLevels[name], tell });
    dashboard(this, stage, watched);
    budget(this, stage);
  }
}

/** What an alarm looks at and what it says; when it rings stands in stages.ts. */
type Meaning = Omit<HouseAlarmProps, 'tell' | 'level'>;
type AlarmName = keyof typeof alarmLevels;

const every = (alarm: AlarmName) => ({ period: Duration.minutes(alarmLevels[alarm].minutes) });

const alarmsOf = (watched: Watched, messages: IMetric): Readonly<Record<AlarmName, Meaning>> => {
  const { table, api, positions, socket, identity, changes, planner, timers } = watched;
  const { planQueue, parkedChanges, parkedPlans, parkedRounds } = watched;
  return {
    ApiFails: {
      metric: api.metricServerError({ ...every('ApiFails'), statistic: 'Sum' }),
      consequence:
        'Dispatchers, technicians and customers are told that something went wrong; what they did may not be kept.',
      firstStep:
        'read the errors in the logs of the functions Http, Dispatch, Geography, Administration and Sync, by request id.',
    },
    ApiSlow: {
      metric: api.metricLatency({ ...every('ApiSlow'), statistic: 'p99' }),
      consequence: 'Screens wait for seconds: a call agent keeps his customer on the line.',
      firstStep: 'look at the dashboard whether the table, or cold starts, take the time.',
    },
    ApiTurnedAway: {
      metric: turnedAway(watched),
      consequence: 'Requests of all users are turned away because the account’s limit of functions at once is reached.',
      firstStep: 'ask AWS for a higher limit of concurrent executions, and see who calls so often.',
    },
    PositionsFail: {
      metric: positions.metricErrors(every('PositionsFail')),
      consequence:
        'The map shows technicians where they were; customers do not see them come. Phones keep the fixes and send them again.',
      firstStep: 'read the errors in the logs of the function Positions.',
    },
    SocketsFail: {
      metric: socket.metricErrors(every('SocketsFail')),
      consequence: 'Consoles cannot go live: dispatchers see changes only when they read the board anew.',
      firstStep: 'read the errors in the logs of the function Socket.',
    },
    SignInFails: {
      metric: identity.metricErrors(every('SignInFails')),
      consequence: 'Staff cannot sign in, or are signed out within fifteen minutes.',
      firstStep: 'read in the logs of the function Identity which account lacks which attribute.',
    },
    ChangesLate: {
      metric: changes.metric('IteratorAge', { ...every('ChangesLate'), statistic: 'Maximum' }),
      consequence: 'Boards and maps lag by a minute and more, messages to customers leave late, and no plan is begun.',
      firstStep:
        'read the errors in the logs of the function Changes; a record that always fails is parked after ten tries.',
    },
    ChangesParked: {
      metric: waiting(parkedChanges, 'ChangesParked'),
      consequence:
        'A live update was not sent, and a message or a plan that hung on it was not begun; open consoles show an old state until they read the board anew.',
      firstStep: 'read the queue ParkedChanges: it names the place in the stream, kept for a day; mend the cause.',
    },
    MessagesUnsent: {
      metric: messages,
      consequence: 'Customers do not hear when somebody comes: they wait at home, or are not there.',
      firstStep:
        'see whether SES or the phone number is paused or in the sandbox; parked messages stand with their appointments.',
    },
    PlansWait: {
      metric: planQueue.metricApproximateAgeOfOldestMessage({ ...every('PlansWait'), statistic: 'Maximum' }),
      consequence: 'Dispatchers asked for a plan more than five minutes ago and still wait.',
      firstStep: 'compare the planner’s errors and plannersAtOnce in stages.ts.',
    },
    PlansParked: {
      metric: waiting(parkedPlans, 'PlansParked'),
      consequence: 'A day could not be planned: the dispatcher was told so and plans by hand.',
      firstStep:
        'read the errors in the logs of the function Planner; when they are mended, the day can be asked for again.',
    },
    PlannerRunsOutOfTime: {
      metric: planner.metricDuration({ ...every('PlannerRunsOutOfTime'), statistic: 'Maximum' }),
      consequence: 'Plans of the largest territory are about to fail for lack of time.',
      firstStep: 'cut the territory, or give the planner more time in stages.ts.',
    },
    RoundsFail: {
      metric: timers.metricErrors(every('RoundsFail')),
      consequence: 'Messages and plans that were dropped on the way are not taken up again.',
      firstStep: 'read in the logs of the function Timers which tenant fails.',
    },
    RoundsParked: {
      metric: waiting(parkedRounds, 'RoundsParked'),
      consequence: 'The clock could not start a round: what was dropped on the way waits for the next one.',
      firstStep: 'read the queue ParkedRounds; a later round did the same work, so it may be emptied.',
    },
    TableTurnsAway: {
      metric: throttlesOf(table),
      consequence: 'Writes are slow or refused for everybody: one partition takes more than it can.',
      firstStep: 'look in CloudWatch Contributor Insights for the partition, and who writes to it.',
    },
  };
};

const waiting = (queue: Queue, alarm: AlarmName): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ ...every(alarm), statistic: 'Maximum' });

/** Requests that no instance was there for, of all entries behind the HTTP API; one that nobody asks says nothing, which is zero. */
const turnedAway = ({ http, dispatch, geography, administration, agreements, positions, sync }: Watched): IMetric =>
  new MathExpression({
    label: 'Requests turned away',
    expression:
      'FILL(http, 0) + FILL(dispatch, 0) + FILL(geography, 0) + FILL(administration, 0) + FILL(agreements, 0) + FILL(positions, 0) + FILL(sync, 0)',
    usingMetrics: {
      http: http.metricThrottles(every('ApiTurnedAway')),
      dispatch: dispatch.metricThrottles(every('ApiTurnedAway')),
      geography: geography.metricThrottles(every('ApiTurnedAway')),
      administration: administration.metricThrottles(every('ApiTurnedAway')),
      agreements: agreements.metricThrottles(every('ApiTurnedAway')),
      positions: positions.metricThrottles(every('ApiTurnedAway')),
      sync: sync.metricThrottles(every('ApiTurnedAway')),
    },
    ...every('ApiTurnedAway'),
  });

/** Reads and writes of the table and all of its indexes. */
const throttlesOf = (table: TableV2): IMetric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName: 'ThrottledRequests',
    dimensionsMap: { TableName: table.tableName },
    statistic: 'Sum',
    ...every('TableTurnsAway'),
  });

/** Counts the lines in which the changes function says that a message could not be sent. */
const unsentMessages = (scope: Construct, { logGroup }: HouseFunction, { name }: StageSettings): IMetric =>
  new MetricFilter(scope, 'UnsentMessages', {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.message', '=', 'A message could not be sent'),
    metricNamespace: `Fieldline/${name}`,
    metricName: 'UnsentMessages',
  }).metric({ ...every('MessagesUnsent'), statistic: 'Sum' });

const alarmTopic = (scope: Construct, { name, operatorMail, keepsData }: StageSettings): ITopic => {
  const key = new Key(scope, 'AlarmKey', { description: `Fieldline ${name}: alarms`, enableKeyRotation: true });
  if (!keepsData) key.applyRemovalPolicy(RemovalPolicy.DESTROY);
  // Alarms are published by CloudWatch itself, which needs the key for it.
  key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
  const topic = new Topic(scope, 'Alarms', { displayName: `Fieldline ${name}`, masterKey: key, enforceSSL: true });
  const undelivered = parkedQueue(scope, 'UndeliveredAlarms');
  topic.addSubscription(new EmailSubscription(operatorMail, { deadLetterQueue: undelivered }));
  return topic;
};

const dashboard = (scope: Construct, stage: StageSettings, watched: Watched): Dashboard => {
  const { api, table, changes, promises, planQueue } = watched;
  const { http, dispatch, geography, administration, agreements, positions, sync, socket, identity, planner, timers } =
    watched;
  const functions = [
    http,
    dispatch,
    geography,
    administration,
    agreements,
    positions,
    sync,
    socket,
    identity,
    changes,
    promises,
    planner,
    timers,
  ];
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: graphColumns });
  const units = (metricName: string): IMetric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: table.tableName },
      statistic: 'Sum',
      ...every('TableTurnsAway'),
    });
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: houseName(stage),
    widgets: [
      [
        graph('Requests, and what failed', [api.metricCount(), api.metricServerError(), api.metricClientError()]),
        graph('Answered within (ms)', [
          api.metricLatency({ statistic: 'p50' }),
          api.metricLatency({ statistic: 'p99' }),
        ]),
      ],
      [
        graph(
          'Errors of functions',
          functions.map((one) => one.metricErrors()),
        ),
        graph(
          'Functions at once',
          functions.map((one) => one.metric('ConcurrentExecutions', { statistic: 'Maximum' })),
        ),
      ],
      [
        graph('Changes: age (ms)', [changes.metric('IteratorAge', { statistic: 'Maximum' })]),
        graph('Plans that wait', [planQueue.metricApproximateNumberOfMessagesVisible()], [planner.metricDuration()]),
      ],
      [
        graph('Units of the table', [units('ConsumedReadCapacityUnits'), units('ConsumedWriteCapacityUnits')]),
        graph('Parked', [
          waiting(watched.parkedChanges, 'ChangesParked'),
          waiting(watched.parkedPlans, 'PlansParked'),
          waiting(watched.parkedRounds, 'RoundsParked'),
        ]),
      ],
    ],
  });
};

/** Says it before the bill does; the account's whole bill, since a tag counts only after somebody made it count. */
const budget = (scope: Construct, stage: StageSettings): CfnBudget => {
  const { budgetDollarsPerMonth: amount, operatorMail: address } = stage;
  return new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: houseName(stage),
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount, unit: 'USD' },
    },
    notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: budgetToldPercent },
      subscribers: [{ subscriptionType: 'EMAIL', address }],
    })),
  });
};
