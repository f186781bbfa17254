import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinition } from '../../functions/store/table.ts';
import { entryNames } from '../../infra/cloud/constructs/bundle-entry.ts';
import { endpoints } from '../../shared/protocol/endpoints.ts';
import { synthesized, type Resource } from './synthesized.ts';

describe('the cloud', () => {
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(() => {
    cloud = synthesized('production');
  });
  afterAll(() => rm(cloud.outdir, { recursive: true, force: true }));

  const functions = () =>
    cloud.resources('AWS::Lambda::Function').filter(([, { Properties }]) => Properties['Runtime'] === 'nodejs24.x');
  const functionLike = (name: string): string => {
    const [found] = functions().find(([id]) => id.startsWith(name)) ?? [];
    if (found === undefined) throw new Error(`there is no function ${name}`);
    return found;
  };
  const httpRoutes = () => {
    const httpApis = new Set(
      cloud
        .resources('AWS::ApiGatewayV2::Api')
        .filter(([, { Properties }]) => Properties['ProtocolType'] === 'HTTP')
        .map(([id]) => id),
    );
    return cloud
      .resources('AWS::ApiGatewayV2::Route')
      .filter(([, { Properties }]) => httpApis.has(refOf(Properties['ApiId'])))
      .map(([, { Properties }]) => Properties);
  };

  it('keeps the one table that the store defines, with its indexes, stream and time to live', () => {
    const { partitionKey, sortKey, indexes, timeToLiveAttribute, streamView } = tableDefinition;
    expect(cloud.only('AWS::DynamoDB::GlobalTable')).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' },
          { AttributeName: index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: index.projection },
      })),
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
      StreamSpecification: { StreamViewType: streamView },
    });
  });

  it('lets no mistake delete what customers entrusted: point-in-time recovery and deletion protection', () => {
    expect(replica()).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']) {
      for (const [id, { DeletionPolicy }] of cloud.resources(type)) expect(DeletionPolicy, id).toBe('Retain');
    }
  });

  it('keeps table and files under one key of its own, which is changed every year', () => {
    const [dataKey] = cloud.resources('AWS::KMS::Key').find(([id]) => id.startsWith('Key')) ?? [];
    expect(JSON.stringify(replica()['SSESpecification'])).toContain(dataKey);
    for (const name of ['Photos', 'Archives', 'RoadNetworks', 'Mail']) {
      expect(JSON.stringify(bucketLike(name)['BucketEncryption']), name).toContain(dataKey);
    }
    for (const [, { Properties }] of cloud.resources('AWS::KMS::Key')) {
      expect(Properties).toMatchObject({ EnableKeyRotation: true });
    }
  });

  it('keeps every bucket private, encrypted and open over TLS only', () => {
    const buckets = cloud.resources('AWS::S3::Bucket');
    expect(buckets.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(
      ['AccessLog', 'Archives', 'Mail', 'Photos', 'RoadNetworks', 'Site', 'SiteLog'].sort(),
    );
    const policies = cloud.resources('AWS::S3::BucketPolicy');
    for (const [id, { Properties }] of buckets) {
      expect(Properties, id).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: { ServerSideEncryptionConfiguration: [expect.anything()] },
      });
      const policy = policies.find(([, one]) => refOf(one.Properties['Bucket']) === id)?.[1].Properties;
      expect(JSON.stringify(policy), id).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('takes photos from pages of its own site only', () => {
    expect(bucketLike('Photos')['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedOrigins: ['https://fieldline.example'], AllowedMethods: ['PUT', 'GET'] }],
    });
  });

  it('has one route for each endpoint of the route table and the open pages beside it, nothing else', () => {
    const expected = [...endpoints.values()].map(({ method, path }) => `${method} ${path}`);
    const open = ['/openapi.json', '/docs', '/docs/docs.js', '/docs/docs.css', '/healthz'].map((path) => `GET ${path}`);
    expect(
      httpRoutes()
        .map(({ RouteKey }) => RouteKey)
        .sort(),
    ).toEqual([...expected, ...open].sort());
  });

  it('puts the token check before every route of staff and before no other', () => {
    for (const { method, path, access } of endpoints.values()) {
      const route = httpRoutes().find(({ RouteKey }) => RouteKey === `${method} ${path}`);
      expect(route?.['AuthorizationType'], path).toBe(access.kind === 'staff' ? 'JWT' : 'NONE');
    }
  });

  it('accepts tokens of its own pool and client', () => {
    const [poolId] = cloud.resources('AWS::Cognito::UserPool')[0] ?? [];
    const { JwtConfiguration } = cloud.only('AWS::ApiGatewayV2::Authorizer');
    expect(JSON.stringify(JwtConfiguration)).toContain(poolId);
  });

  it('turns callers away above what the stage allows, and writes down each call without its address’s secrets', () => {
    const stages = cloud.resources('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    expect(stages).toHaveLength(2);
    for (const { DefaultRouteSettings } of stages) {
      expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
    }
    const format = JSON.stringify(stages.find(({ StageName }) => StageName === '$default')?.['AccessLogSettings']);
    expect(format).toContain('$context.requestId');
    expect(format).not.toMatch(/context\.path|querystring|claims/);
    const ofSockets = JSON.stringify(stages.find(({ StageName }) => StageName === 'live')?.['AccessLogSettings']);
    expect(ofSockets).toContain('$context.connectionId');
    expect(ofSockets).not.toMatch(/querystring|identity/);
  });

  it('sends every request to the function that the route table names, and the API document to one of its own', () => {
    const targets = new Map<string, Set<unknown>>();
    for (const { RouteKey, Target } of httpRoutes()) {
      const key = String(RouteKey);
      const endpoint = [...endpoints.values()].find(({ method, path }) => `${method} ${path}` === key);
      const kind = endpoint?.entry ?? (/docs|openapi/.test(key) ? 'docs' : 'http');
      targets.set(kind, (targets.get(kind) ?? new Set()).add(JSON.stringify(Target)));
    }
    expect([...targets.keys()]).toEqual(expect.arrayContaining(['http', 'dispatch', 'geography', 'positions', 'docs']));
    for (const one of targets.values()) expect([...one]).toHaveLength(1);
    expect(new Set([...targets.values()].flatMap((one) => [...one])).size).toBe(targets.size);
  });

  it('opens sockets by ticket and answers heartbeats over them', () => {
    const routes = cloud.resources('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties['RouteKey']);
    expect(routes).toEqual(expect.arrayContaining(['$connect', '$disconnect', '$default']));
    expect(cloud.only('AWS::ApiGatewayV2::RouteResponse')).toMatchObject({ RouteResponseKey: '$default' });
  });

  it('reads the change stream in parts, tries ten times and parks what still fails', () => {
    expect(mappingOf(functionLike('Changes'))).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      StartingPosition: 'TRIM_HORIZON',
      MaximumBatchingWindowInSeconds: 1,
    });
  });

  it('starts the changes function for the kinds of things that it reads, and for no other', () => {
    const { Filters } = mappingOf(functionLike('Changes'))?.['FilterCriteria'] as { Filters: { Pattern: string }[] };
    const pattern = JSON.parse(Filters[0]?.Pattern ?? '') as Record<string, unknown>;
    expect(pattern).toEqual({
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { NewImage: { entity: { S: [...kindsReadByChanges()].sort() } } },
    });
  });

  it('plans from a queue that parks what fails three times and waits longer than a plan takes', () => {
    expect(mappingOf(functionLike('Planner'))).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
    const queues = cloud.resources('AWS::SQS::Queue').map(([, { Properties }]) => Properties);
    const plans = queues.find(({ RedrivePolicy }) => RedrivePolicy !== undefined);
    expect(plans).toMatchObject({ RedrivePolicy: { maxReceiveCount: 3 }, VisibilityTimeout: 720 });
  });

  it('lets the clock take up every two minutes what waits, and parks what it cannot start', () => {
    const { ScheduleExpression, Target } = cloud.only('AWS::Scheduler::Schedule');
    expect(ScheduleExpression).toBe('rate(2 minutes)');
    const parked = idLike('AWS::SQS::Queue', 'ParkedRounds');
    expect(JSON.stringify(Target)).toContain(functionLike('Timers'));
    expect(Target).toMatchObject({ DeadLetterConfig: { Arn: { 'Fn::GetAtt': [parked, 'Arn'] } } });
    const [, timers] = functions().find(([id]) => id === functionLike('Timers')) ?? [];
    expect(timers?.Properties['DeadLetterConfig']).toEqual({ TargetArn: { 'Fn::GetAtt': [parked, 'Arn'] } });
  });

  it('encrypts every queue, takes and gives over TLS only, and keeps what is parked for two weeks', () => {
    const policies = cloud.resources('AWS::SQS::QueuePolicy');
    for (const [id, { Properties }] of cloud.resources('AWS::SQS::Queue')) {
      expect(Properties, id).toMatchObject({ SqsManagedSseEnabled: true });
      if (/Parked|Undelivered/.test(id)) expect(Properties, id).toMatchObject({ MessageRetentionPeriod: 1_209_600 });
      const policy = policies.find(([, one]) => JSON.stringify(one.Properties['Queues']).includes(id));
      expect(JSON.stringify(policy), id).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('runs every function on the newest Node and arm64, each with a role of its own', () => {
    const entries = functions().map(([id]) => id.replace(/[0-9A-F]{8}$/, '').toLowerCase());
    expect(entries.sort()).toEqual(entryNames());
    const roleIds = functions().map(([, { Properties }]) => JSON.stringify(Properties['Role']));
    expect(new Set(roleIds).size).toBe(functions().length);
    for (const [, { Properties }] of functions()) expect(Properties).toMatchObject({ Architectures: ['arm64'] });
  });

  it('forgets every log after the stage’s time, and knows where each function writes', () => {
    for (const [id, { Properties }] of cloud.resources('AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays'], id).toBe(90);
    }
    for (const [id, { Properties }] of functions()) {
      expect(JSON.stringify(Properties['LoggingConfig']), id).toContain('Logs');
    }
  });

  it('writes no line that costs more than it tells: neither for each call of a function nor for each request let through', () => {
    for (const [id, { Properties }] of functions()) {
      expect(Properties['LoggingConfig'], id).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    }
    const { LoggingFilter } = cloud.only('AWS::WAFv2::LoggingConfiguration');
    expect(LoggingFilter).toMatchObject({ DefaultBehavior: 'DROP' });
    expect(JSON.stringify(LoggingFilter)).toContain('"Action":"BLOCK"');
    for (const [, { Properties }] of cloud.resources('AWS::ApiGatewayV2::Stage')) {
      expect(Properties['DefaultRouteSettings']).not.toHaveProperty('DetailedMetricsEnabled', true);
    }
  });

  it('trusts services by name: no role is open to everybody', () => {
    for (const [id, { Properties }] of cloud.resources('AWS::IAM::Role')) {
      const { Statement } = Properties['AssumeRolePolicyDocument'] as { Statement: Record<string, unknown>[] };
      for (const { Principal } of Statement) expect(Object.keys(Principal as object), id).toEqual(['Service']);
    }
  });

  it('refuses a stage that nobody described', () => {
    expect(() => synthesized('holiday')).toThrow(/development and production/);
  });

  const replica = (): Record<string, unknown> => {
    const [only = {}] = cloud.only('AWS::DynamoDB::GlobalTable')['Replicas'] as Record<string, unknown>[];
    return only;
  };
  const idLike = (type: string, name: string): string =>
    cloud.resources(type).find(([id]) => id.replace(/[0-9A-F]{8}$/, '') === name)?.[0] ?? `no ${name}`;
  const bucketLike = (name: string): Resource['Properties'] =>
    cloud.resources('AWS::S3::Bucket').find(([id]) => id === idLike('AWS::S3::Bucket', name))?.[1].Properties ?? {};

  const mappingOf = (functionId: string): Resource['Properties'] | undefined =>
    cloud
      .resources('AWS::Lambda::EventSourceMapping')
      .find(([, { Properties }]) => refOf(Properties['FunctionName']) === functionId)?.[1].Properties;
});

const refOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'Ref' in value ? String(value.Ref) : '';

/** The entities that the changes entry asks of a record, by the names that they are stored under. */
const kindsReadByChanges = (): Set<string> => {
  const folder = new URL('../../functions/changes/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const kinds = new Set<string>();
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const [, name = ''] of source.matchAll(/readChange\((\w+)Entity,/g)) {
      kinds.add(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    }
  }
  return kinds;
};
