import { Arn, Duration, RemovalPolicy, Stack, type SecretValue } from 'aws-cdk-lib';
import type { WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { tableDefinition } from '../../../functions/store/table.ts';
import { environmentNames } from '../../../shared/protocol/environment.ts';
import { functionSizes, webOriginOf, type FunctionEntry, type StageSettings } from '../stages.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { bundleOptions } from './bundle-options.ts';

export interface HouseFunctionProps {
  readonly stage: StageSettings;
  /** The folder in functions/ whose index.ts is deployed. */
  readonly entry: FunctionEntry;
  /** Where invocations end that nobody waits for and that failed; only for what is started by the clock. */
  readonly deadLetterQueue?: IQueue;
}

const { external: externalModules, alias, ...bundling } = bundleOptions;
const esbuildArgs = { '--alias': Object.entries(alias).map(([name, file]) => `${name}=${file}`) };
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** A function of this house: one entry, one bundle, one role; what it is bound to it knows by name and may use, nothing else. */
export class HouseFunction extends NodejsFunction {
  readonly #stage: StageSettings;
  readonly #holder: Role;

  constructor(scope: Construct, id: string, { stage, entry, deadLetterQueue }: HouseFunctionProps) {
    const { memoryMegabytes, timeoutSeconds } = functionSizes[entry];
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: stage.logsKept,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      entry: `${project}functions/${entry}/index.ts`,
      projectRoot: project,
      depsLockFilePath: `${project}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      bundling: {
        ...bundling,
        format: OutputFormat.ESM,
        minify: true,
        bundleAwsSDK: true,
        externalModules,
        esbuildArgs,
      },
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMegabytes,
      loggingFormat: LoggingFormat.JSON,
      // Without Lambda's own three lines for each call, which told nothing that the metrics do not.
      systemLogLevelV2: SystemLogLevel.WARN,
      logGroup,
      role,
      ...(deadLetterQueue && { deadLetterQueue }),
    });
    this.#stage = stage;
    this.#holder = role;
    logGroup.grantWrite(this);
    acknowledge(this, noTraces, 'Serverless-LambdaTracing');
    acknowledge(this, deadLetterQueue ? parksItself : alwaysAwaited, 'Serverless-LambdaAsyncFailureDestination');
    if (!deadLetterQueue) acknowledge(this, alwaysAwaited, 'Serverless-LambdaDLQ');
  }

  /** Does with items what the entry needs, with the key that they lie under; no function may scan or change the table. */
  bindTable(table: TableV2, ...actions: readonly TableAction[]): this {
    const named = actions.map((action) => `dynamodb:${action}`);
    const indexes = actions.includes('Query')
      ? tableDefinition.indexes.map(({ name }) => `${table.tableArn}/index/${name}`)
      : [];
    this.addToRolePolicy(new PolicyStatement({ actions: named, resources: [table.tableArn, ...indexes] }));
    this.#mayUseKey(table.encryptionKey, 'dynamodb', tableKeyActions);
    return this.#knows('tableName', table.tableName);
  }

  bindPlanQueue(queue: IQueue): this {
    this.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    return this.#knows('planQueueUrl', queue.queueUrl);
  }

  /** Signs uploads and downloads of photos; nothing is listed or deleted. */
  bindPhotos(bucket: IBucket): this {
    const photos = bucket.arnForObjects('*/photos/*');
    this.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [photos] }));
    acknowledgeWildcard(
      this.#holder,
      'Photos of any tenant, each under its hash; the function signs for one at a time.',
      photos,
    );
    this.#mayUseKey(bucket.encryptionKey, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']);
    return this.#knows('photoBucket', bucket.bucketName);
  }

  /** Reads road networks that were imported, and may ask Amazon Location where the stage says so. */
  bindRoads(bucket: IBucket): this {
    const { roadNetwork = 'none', routingService = 'none' } = this.#stage;
    const networks = bucket.arnForObjects('*.roads');
    this.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [networks] }));
    acknowledgeWildcard(this.#holder, 'A territory names its network; there is nothing else in the bucket.', networks);
    this.#mayUseKey(bucket.encryptionKey, 's3', ['kms:Decrypt']);
    const [service, region = ''] = routingService.split(' ');
    if (service === 'amazon-location') {
      const provider = { service: 'geo-routes', region, account: '', resource: 'provider', resourceName: 'default' };
      const resources = [Arn.format(provider, Stack.of(this))];
      this.addToRolePolicy(new PolicyStatement({ actions: ['geo-routes:CalculateRouteMatrix'], resources }));
    }
    return this.#knows('roadBucket', bucket.bucketName)
      .#knows('roadNetwork', roadNetwork)
      .#knows('routingService', routingService);
  }

  /** Asks a service for addresses where the stage names one. */
  bindGeocoder(): this {
    const { geocoder = 'none' } = this.#stage;
    const [service, region = ''] = geocoder.split(' ');
    if (service === 'amazon-location') {
      const provider = { service: 'geo-places', region, account: '', resource: 'provider', resourceName: 'default' };
      const actions = ['geo-places:Geocode', 'geo-places:ReverseGeocode'];
      this.addToRolePolicy(new PolicyStatement({ actions, resources: [Arn.format(provider, Stack.of(this))] }));
    }
    return this.#knows('geocoder', geocoder);
  }

  /** Posts to sockets that consoles hold open. */
  bindSockets({ api, stageName, callbackUrl }: WebSocketStage): this {
    const resourceName = `${stageName}/POST/@connections/*`;
    const connections = Arn.format({ service: 'execute-api', resource: api.apiId, resourceName }, Stack.of(this));
    this.addToRolePolicy(new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [connections] }));
    acknowledgeWildcard(this.#holder, 'Sockets have no names before they are opened.', connections);
    return this.#knows('liveEndpoint', callbackUrl);
  }

  /** Tells where the sockets are without the right to post to them. */
  bindSocketAddress({ callbackUrl }: WebSocketStage): this {
    return this.#knows('liveEndpoint', callbackUrl);
  }

  bindMail(sender: MailSender): this {
    const resources = [sender.identityArn, sender.configurationSetArn];
    this.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources }));
    return this.#knows('mailFrom', this.#stage.mailFrom);
  }

  /** SMS from the stage's phone number; without one the function knows that there is none, and may send nothing. */
  bindSms(): this {
    const { smsFrom } = this.#stage;
    if (smsFrom !== 'none') {
      const number = { service: 'sms-voice', resource: 'phone-number', resourceName: smsFrom };
      const resources = [Arn.format(number, Stack.of(this))];
      this.addToRolePolicy(new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources }));
    }
    return this.#knows('smsFrom', smsFrom);
  }

  bindTokens({ issuer, audience }: TokenSettings): this {
    return this.#knows('tokenIssuer', issuer).#knows('tokenAudience', audience);
  }

  /** Answers only what carries the edge's secret. */
  bindEdge(secret: SecretValue): this {
    // A reference that CloudFormation resolves while it deploys; the secret itself stands in no template.
    return this.#knows('edgeSecret', secret.unsafeUnwrap());
  }

  /** Signs decisions on coverage, and knows its own signatures. */
  bindCoverageKey(secret: SecretValue): this {
    return this.#knows('coverageKey', secret.unsafeUnwrap());
  }

  bindWeb(): this {
    return this.#knows('webOrigin', webOriginOf(this.#stage));
  }

  #mayUseKey(key: IKey | undefined, service: string, actions: readonly string[]): void {
    if (!key) return;
    const via = `${service}.${Stack.of(this).region}.amazonaws.com`;
    const conditions = { StringEquals: { 'kms:ViaService': via } };
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [key.keyArn], conditions }));
  }

  #knows(name: keyof typeof environmentNames, value: string): this {
    this.addEnvironment(environmentNames[name], value);
    return this;
  }
}

/** Whose tokens count: the issuer and the client that they are made for. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
}
export interface MailSender {
  readonly identityArn: string;
  readonly configurationSetArn: string;
}
export type TableAction =
  'GetItem' | 'BatchGetItem' | 'Query' | 'ConditionCheckItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** What DynamoDB does with a table's key for who reads and writes, each by its name. */
const tableKeyActions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];

const alwaysAwaited =
  'Its caller (gateway, stream, queue or user pool) waits for the answer, and repeats or parks what fails.';
const parksItself = 'What fails for good goes to the dead-letter queue named here.';
const noTraces = 'Each log line carries the request’s id; traces of every call would cost more than they tell.';
