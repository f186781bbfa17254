import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat, CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
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

const socketStage = (scope: Construct, socket: HouseFunction, { limits, logsKept }: StageSettings): WebSocketStage => {
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
    throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.requestBurst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, 'SocketAccessLogs', { retention: logsKept, removalPolicy: RemovalPolicy.DESTROY }),
      ),
      format: AccessLogFormat.custom(JSON.stringify(socketLine)),
    },
  });
  stage.node.addDependency(mayWriteLogs(scope));
  acknowledge(
    api,
    'The function itself lets in by a one-time ticket of 32 random bytes and the page’s origin; browsers cannot send a token header with a socket.',
    'AwsSolutions-APIG4',
  );
  return stage;
};

/** Who came and went; the ticket stands in the query, which is not written. */
const socketLine = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  connection: '$context.connectionId',
};

/** Logs of sockets need a role that stands for the whole account and region; it stays when the stage goes, for other APIs may use it. */
const mayWriteLogs = (scope: Construct): CfnAccount => {
  const role = new Role(scope, 'SocketLogsRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
  });
  role.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(
    role,
    'AWS’s own policy for exactly this: API Gateway writes logs of any name in the account, and asks for no less.',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
  );
  const account = new CfnAccount(scope, 'SocketLogsAccount', { cloudWatchRoleArn: role.roleArn });
  account.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return account;
};
