import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { HouseFunction } from '../constructs/house-function.ts';
import { houseQueue } from '../constructs/house-queue.ts';
import type { StageSettings } from '../stages.ts';

interface LiveProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly planQueue: IQueue;
}

/** The table's changes on their way out: to consoles by socket, to customers by message, to the planner by queue. */
export class LiveStack extends Stack {
  /** Where sockets are served, and posted to. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string, { stage, table, planQueue, ...props }: LiveProps) {
    super(scope, id, props);
    const socket = new HouseFunction(this, 'Socket', { stage, entry: 'socket' })
      .bindTable(table)
      .bindWeb(stage.webOrigin);
    const { api, live } = socketApi(this, socket);
    this.endpoint = live.callbackUrl;
    const changes = new HouseFunction(this, 'Changes', { stage, entry: 'changes', timeout: Duration.minutes(1) })
      .bindTable(table)
      .bindPlanQueue(planQueue)
      .bindSockets(api, this.endpoint)
      .bindWeb(stage.webOrigin)
      .bindMail(stage.mailFrom);
    readChanges(this, changes, table);
  }
}

const socketApi = (scope: Construct, socket: HouseFunction) => {
  const route = (id: string) => ({ integration: new WebSocketLambdaIntegration(id, socket) });
  const api = new WebSocketApi(scope, 'SocketApi', {
    routeSelectionExpression: '$request.body.action',
    connectRouteOptions: route('OnConnect'),
    disconnectRouteOptions: route('OnDisconnect'),
    // The answer to a heartbeat goes back over the socket.
    defaultRouteOptions: { ...route('OnMessage'), returnResponse: true },
  });
  const live = new WebSocketStage(scope, 'LiveStage', { webSocketApi: api, stageName: 'live', autoDeploy: true });
  return { api, live };
};

/** A record that fails ten times is parked with where it stands in the stream; the others go on. */
const readChanges = (scope: Construct, changes: HouseFunction, table: TableV2): void => {
  const parked = houseQueue(scope, 'ParkedChanges', { retentionPeriod: Duration.days(14) });
  table.grantStreamRead(changes);
  changes.addEventSourceMapping('Stream', {
    eventSourceArn: table.tableStreamArn ?? '',
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    retryAttempts: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(parked),
  });
};
