import { RemovalPolicy, Stack, type SecretValue, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  type HttpRoute,
  type WebSocketStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Endpoint } from '../../../shared/protocol/endpoint.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { HouseFunction, type TokenSettings } from '../constructs/house-function.ts';
import { edge, houseName, type StageSettings } from '../stages.ts';

interface ApiProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly photos: IBucket;
  readonly roadNetworks: IBucket;
  readonly live: WebSocketStage;
  readonly tokens: TokenSettings;
}

/** What anyone may read beside the route table: the API document and the page to try it. */
const docsPaths = ['/openapi.json', '/docs', '/docs/docs.js', '/docs/docs.css'];

/** The HTTP API: one route for each endpoint of the route table, with the authorizer in front of what is for staff. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly http: HouseFunction;
  readonly dispatch: HouseFunction;
  readonly geography: HouseFunction;
  readonly administration: HouseFunction;
  readonly agreements: HouseFunction;
  readonly sync: HouseFunction;
  readonly positions: HouseFunction;
  readonly edgeSecret: SecretValue;
  readonly coverageKey: SecretValue;

  constructor(scope: Construct, id: string, { stage, table, photos, roadNetworks, live, tokens, ...props }: ApiProps) {
    super(scope, id, props);
    this.edgeSecret = edgeSecret(this);
    this.coverageKey = coverageKey(this);
    this.http = new HouseFunction(this, 'Http', { stage, entry: 'http' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem')
      .bindPhotos(photos)
      .bindWeb()
      .bindSocketAddress(live)
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.dispatch = new HouseFunction(this, 'Dispatch', { stage, entry: 'dispatch' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem')
      .bindRoads(roadNetworks)
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.geography = new HouseFunction(this, 'Geography', { stage, entry: 'geography' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem')
      .bindRoads(roadNetworks)
      .bindGeocoder()
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.administration = new HouseFunction(this, 'Administration', { stage, entry: 'administration' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem')
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.agreements = new HouseFunction(this, 'Agreements', { stage, entry: 'agreements' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem')
      .bindPhotos(photos)
      .bindWeb()
      .bindCoverageKey(this.coverageKey)
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.positions = new HouseFunction(this, 'Positions', { stage, entry: 'positions' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem')
      .bindRoads(roadNetworks)
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    this.sync = new HouseFunction(this, 'Sync', { stage, entry: 'sync' })
      .bindTable(table, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem')
      .bindRoads(roadNetworks)
      .bindTokens(tokens)
      .bindEdge(this.edgeSecret);
    const docs = integrationOf('Docs', new HouseFunction(this, 'Docs', { stage, entry: 'docs' }));
    const integrations = {
      http: integrationOf('Http', this.http),
      dispatch: integrationOf('Dispatch', this.dispatch),
      geography: integrationOf('Geography', this.geography),
      administration: integrationOf('Administration', this.administration),
      agreements: integrationOf('Agreements', this.agreements),
      positions: integrationOf('Positions', this.positions),
      sync: integrationOf('Sync', this.sync),
    };
    const staff = new HttpJwtAuthorizer('Staff', tokens.issuer, { jwtAudience: [tokens.audience] });
    this.api = new HttpApi(this, 'HttpApi', { apiName: houseName(stage), createDefaultStage: false });
    loggedStage(this, this.api, stage);
    const add = (path: string, method: HttpMethod, integration: HttpLambdaIntegration): HttpRoute[] =>
      this.api.addRoutes({ path, methods: [method], integration, authorizer: new HttpNoneAuthorizer() });
    for (const { path, method, entry, access } of endpoints.values()) {
      if (access.kind === 'staff') {
        const options = { path, methods: [HttpMethod[method]], integration: integrations[entry] };
        this.api.addRoutes({ ...options, authorizer: staff });
      } else open(add(path, HttpMethod[method], integrations[entry]), reasonOf(access.kind));
    }
    for (const path of docsPaths) open(add(path, HttpMethod.GET, docs), 'The API document holds no data.');
    open(add('/healthz', HttpMethod.GET, integrations.http), 'It says that the program lives, and nothing else.');
  }
}

const edgeSecret = (scope: Construct): SecretValue => {
  const secret = new Secret(scope, 'EdgeSecret', {
    description: 'What CloudFront says to the API so that nobody comes past the firewall',
    generateSecretString: { passwordLength: edge.secretLength, excludePunctuation: true },
  });
  acknowledge(
    secret,
    'Both sides read it while they are deployed; to change it, replace it and deploy. It opens nothing without a token or a link.',
    'AwsSolutions-SMG4',
  );
  return secret.secretValue;
};

const coverageKey = (scope: Construct): SecretValue => {
  const secret = new Secret(scope, 'CoverageKey', {
    description: 'What decisions on coverage are signed with, so that nobody alters one unseen',
    generateSecretString: { passwordLength: edge.secretLength, excludePunctuation: true },
  });
  acknowledge(
    secret,
    'Decisions are kept for years and must be verified by the key that signed them: it is not changed by itself.',
    'AwsSolutions-SMG4',
  );
  return secret.secretValue;
};

// One permission for the whole API: one for each route would outgrow the 20 KB that a function's policy may have.
const integrationOf = (id: string, handler: HouseFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });

const open = (routes: readonly HttpRoute[], reason: string): void => {
  for (const route of routes) acknowledge(route, reason, 'AwsSolutions-APIG4');
};

const reasonOf = (kind: Exclude<Endpoint['access']['kind'], 'staff'>): string => reasons[kind];

const reasons = {
  customer: 'Customers’ sessions are ours, not the pool’s: the function itself verifies them.',
  device: 'Tracker apps know no tokens: the function itself verifies each device’s own secret.',
  anyone: 'Here a secret link is exchanged for a session: whoever asks has none yet.',
} as const;

const loggedStage = (scope: Construct, api: HttpApi, { limits, logsKept }: StageSettings): HttpStage =>
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.requestBurst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, 'AccessLogs', { retention: logsKept, removalPolicy: RemovalPolicy.DESTROY }),
      ),
      format: AccessLogFormat.custom(JSON.stringify(accessLine)),
    },
  });

/** By route, not by path: ids are in the function's own lines, and a query may hold what is nobody's business. */
const accessLine = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  refusedBecause: '$context.authorizer.error',
};
