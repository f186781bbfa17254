import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinition } from '../../functions/store/table.ts';
import { roles } from '../../shared/protocol/endpoint.ts';
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
    expect(cloud.only('AWS::DynamoDB::GlobalTable')['Replicas']).toMatchObject([
      { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ]);
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']) {
      for (const [, { DeletionPolicy }] of cloud.resources(type)) expect(DeletionPolicy).toBe('Retain');
    }
  });

  it('keeps photos private and takes them over TLS only', () => {
    expect(cloud.only('AWS::S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(JSON.stringify(cloud.only('AWS::S3::BucketPolicy'))).toContain('"aws:SecureTransport":"false"');
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
    expect(
      cloud
        .resources('AWS::Cognito::UserPoolGroup')
        .map(([, one]) => one.Properties['GroupName'])
        .sort(),
    ).toEqual([...roles].sort());
  });

  it('sends positions and the API document to functions of their own and everything else to the HTTP entry', () => {
    const targets = new Map<string, Set<unknown>>();
    for (const { RouteKey, Target } of httpRoutes()) {
      const key = String(RouteKey);
      const kind = key === 'POST /v1/positions' ? 'positions' : /docs|openapi/.test(key) ? 'docs' : 'http';
      targets.set(kind, (targets.get(kind) ?? new Set()).add(JSON.stringify(Target)));
    }
    const [http, positions, docs] = ['http', 'positions', 'docs'].map((kind) => [...(targets.get(kind) ?? [])]);
    for (const one of [http, positions, docs]) expect(one).toHaveLength(1);
    expect(new Set([http?.[0], positions?.[0], docs?.[0]]).size).toBe(3);
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
    });
  });

  it('plans from a queue that parks what fails three times and waits longer than a plan takes', () => {
    expect(mappingOf(functionLike('Planner'))).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const queues = cloud.resources('AWS::SQS::Queue').map(([, { Properties }]) => Properties);
    const plans = queues.find(({ RedrivePolicy }) => RedrivePolicy !== undefined);
    expect(plans).toMatchObject({ RedrivePolicy: { maxReceiveCount: 3 }, VisibilityTimeout: 720 });
  });

  it('runs every function on the newest Node and arm64, each with a role and limited logs of its own', () => {
    expect(functions().length).toBeGreaterThanOrEqual(6);
    const roleIds = functions().map(([, { Properties }]) => JSON.stringify(Properties['Role']));
    expect(new Set(roleIds).size).toBe(functions().length);
    for (const [, { Properties }] of functions()) expect(Properties).toMatchObject({ Architectures: ['arm64'] });
    const logs = cloud.resources('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties['RetentionInDays']);
    expect(logs).toEqual(functions().map(() => 90));
  });

  it('grants by name: no policy allows every action, and none all resources but where AWS has no other way', () => {
    const loose = statements().filter(
      ({ Effect, Action, Resource }) =>
        Effect === 'Allow' &&
        (list(Action).some((action) => String(action).endsWith(':*')) ||
          (list(Resource).includes('*') && !list(Action).every((action) => action === 'dynamodb:ListStreams'))),
    );
    expect(loose).toEqual([]);
  });

  it('lets no function scan or delete the table', () => {
    const actions = statements().flatMap(({ Action }) => list(Action));
    expect(actions).toContain('dynamodb:Query');
    expect(actions.filter((action) => /Scan|DeleteTable|UpdateTable|PartiQL/.test(String(action)))).toEqual([]);
  });

  it('refuses a stage that nobody described', () => {
    expect(() => synthesized('holiday')).toThrow(/development and production/);
  });

  const statements = (): Record<string, unknown>[] =>
    cloud
      .resources('AWS::IAM::Policy')
      .flatMap(
        ([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement,
      );

  const mappingOf = (functionId: string): Resource['Properties'] | undefined =>
    cloud
      .resources('AWS::Lambda::EventSourceMapping')
      .find(([, { Properties }]) => refOf(Properties['FunctionName']) === functionId)?.[1].Properties;
});

const refOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'Ref' in value ? String(value.Ref) : '';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
