import { Arn, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IWebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { environmentNames } from '../../../shared/protocol/environment.ts';
import type { StageSettings } from '../stages.ts';
import { bundleOptions } from './bundle-options.ts';

export interface HouseFunctionProps {
  readonly stage: StageSettings;
  /** The folder in functions/ whose index.ts is deployed. */
  readonly entry: string;
  readonly timeout?: Duration;
  readonly memorySize?: number;
}

const { external: externalModules, alias, ...bundling } = bundleOptions;
const esbuildArgs = { '--alias': Object.entries(alias).map(([name, file]) => `${name}=${file}`) };
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** A function of this house: one entry, one bundle, one role; what it is bound to it knows by name and may use, nothing else. */
export class HouseFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { stage, entry, timeout, memorySize }: HouseFunctionProps) {
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
      timeout: timeout ?? Duration.seconds(15),
      // CPU comes with memory; 1,024 MB is where a cold start stops getting shorter.
      memorySize: memorySize ?? 1024,
      loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(scope, `${id}Logs`, { retention: stage.logsKept, removalPolicy: RemovalPolicy.DESTROY }),
    });
  }

  /** Reads and writes items and asks indexes; it may neither scan nor change the table. */
  bindTable(table: TableV2): this {
    table.grant(this, ...itemActions);
    return this.#knows('tableName', table.tableName);
  }

  bindPlanQueue(queue: IQueue): this {
    queue.grantSendMessages(this);
    return this.#knows('planQueueUrl', queue.queueUrl);
  }

  /** Signs uploads and downloads of photos; nothing is listed or deleted. */
  bindPhotos(bucket: Bucket): this {
    bucket.grantPut(this);
    bucket.grantRead(this, '*/photos/*');
    return this.#knows('photoBucket', bucket.bucketName);
  }

  /** Posts to sockets that consoles hold open. */
  bindSockets(api: IWebSocketApi, endpoint: string): this {
    const path = Arn.format(
      { service: 'execute-api', resource: api.apiId, resourceName: '*/POST/@connections/*' },
      Stack.of(this),
    );
    this.addToRolePolicy(new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [path] }));
    return this.#knows('liveEndpoint', endpoint);
  }

  bindMail(from: string): this {
    const identities = [from, from.slice(from.indexOf('@') + 1)].map((resourceName) =>
      Arn.format({ service: 'ses', resource: 'identity', resourceName }, Stack.of(this)),
    );
    this.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: identities }));
    return this.#knows('mailFrom', from);
  }

  bindTokens({ issuer, audience }: TokenSettings): this {
    return this.#knows('tokenIssuer', issuer).#knows('tokenAudience', audience);
  }

  bindWeb(origin: string): this {
    return this.#knows('webOrigin', origin);
  }

  /** Tells where the sockets are without the right to post to them. */
  bindSocketAddress(endpoint: string): this {
    return this.#knows('liveEndpoint', endpoint);
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

const itemActions = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
];
