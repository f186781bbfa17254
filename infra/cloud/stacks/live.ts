import { Stack, type StackProps } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import type { StageSettings } from '../stages.ts';

interface LiveProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
}

/** Sockets that consoles hold open. */
export class LiveStack extends Stack {
  readonly live: WebSocketStage;
  readonly socket: HouseFunction;

  constructor(scope: Construct, id: string, { stage, table, ...props }: LiveProps) {
    super(scope, id, props);
    this.socket = new HouseFunction(this, 'Socket', { stage, entry: 'socket' })
      .bindTable(table, 'GetItem', 'PutItem', 'DeleteItem')
      .bindWeb();
    this.live = socketStage(this, this.socket, stage);
  }
}

const socketStage = (scope: Construct, socket: HouseFunction, { limits }: StageSettings): WebSocketStage => {
  const route = (id: string) => ({ integration: new WebSocketLambdaIntegration(id, socket) });
  const api = new WebSocketApi(scope, 'SocketApi', {
    routeSelectionExpression: '$request.body.action',
    connectRouteOptions: route('OnConnect'),
    disconnectRouteOptions: route('OnDisconnect'),
    // The answer to a heartbeat goes back over the socket.
    defaultRouteOptions: { ...route('OnMessage'), returnResponse: true },
  });
  const stage = new WebSocketStage(scope, 'LiveStage', {
    webSocketApi: api,
    stageName: 'live',
    autoDeploy: true,
    detailedMetricsEnabled: true,
    throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.requestBurst },
  });
  acknowledge(
    api,
    'The function itself lets in by a one-time ticket of 32 random bytes and the page’s origin; browsers cannot send a token header with a socket.',
    'AwsSolutions-APIG4',
  );
  acknowledge(
    stage,
    'Sockets’ access logs need a role for the whole account, shared with every other API in it; the function logs each socket that it refuses.',
    'AwsSolutions-APIG1',
    'Serverless-APIGWAccessLogging',
    'Serverless-APIGWStructuredLogging',
  );
  return stage;
};
