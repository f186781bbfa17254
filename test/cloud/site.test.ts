import { rm } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAddress } from '../../infra/cloud/edge/page-address.ts';
import { roles } from '../../shared/protocol/endpoint.ts';
import { endpoints } from '../../shared/protocol/endpoints.ts';
import { edgeSecretHeader } from '../../shared/protocol/headers.ts';
import { securityHeaders } from '../../shared/protocol/security-headers.ts';
import { synthesized } from './synthesized.ts';

interface Environment {
  readonly Variables: Readonly<Record<string, unknown>>;
}

const files = ['dispatch', 'technician', 'customer']
  .map((page) => `/${page}/index.html`)
  .concat('/technician/worker.js', '/config.json');

describe('the site', () => {
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(() => {
    cloud = synthesized('production');
  });
  afterAll(() => rm(cloud.outdir, { recursive: true, force: true }));

  it('lies behind the firewall, pages and API alike, on its own name and over TLS only', () => {
    const { WebACLId, Aliases, ViewerCertificate, CacheBehaviors } = distribution();
    expect(JSON.stringify(WebACLId)).toContain('Firewall');
    expect(Aliases).toEqual(['fieldline.example']);
    expect(ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    for (const { ViewerProtocolPolicy } of CacheBehaviors) expect(ViewerProtocolPolicy).toBe('https-only');
    expect(cloud.resources('AWS::Route53::RecordSet').map(([, { Properties }]) => Properties['Type'])).toEqual(
      expect.arrayContaining(['A', 'AAAA']),
    );
  });

  it('hands every endpoint through to the API, unkept and with its token', () => {
    const { CacheBehaviors } = distribution();
    for (const { path } of endpoints.values()) {
      const behaviour = CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, path));
      // Managed policies of CloudFront: CachingDisabled and AllViewerExceptHostHeader.
      expect(behaviour, path).toMatchObject({
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        AllowedMethods: expect.arrayContaining(['GET', 'PUT', 'PATCH', 'POST', 'DELETE']),
      });
    }
  });

  it('is the only way to the API: the functions want the secret that the edge adds, and no template holds it', () => {
    const [secret = 'none'] = cloud.resources('AWS::SecretsManager::Secret')[0] ?? [];
    const { Origins } = distribution();
    const added = Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    expect(added.map(({ HeaderName }) => HeaderName)).toEqual([edgeSecretHeader]);
    const asked = cloud
      .resources('AWS::Lambda::Function')
      .map(([, { Properties }]) => (Properties['Environment'] as Environment | undefined)?.Variables['EDGE_SECRET'])
      .filter((value) => value !== undefined);
    expect(asked).toHaveLength(new Set([...endpoints.values()].map(({ entry }) => entry)).size);
    for (const value of [...asked, added[0]?.HeaderValue]) {
      expect(flat(value)).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::?\}\}$/);
      expect(flat(value)).toContain(secret);
    }
  });

  it('stops an address that asks too often, and known attacks, and reads bodies above 8 KB all the same', () => {
    const rules = cloud.only('AWS::WAFv2::WebACL')['Rules'] as Record<string, unknown>[];
    expect(rules.map(({ Name }) => Name)).toEqual([
      'TooManyOfOneAddress',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    expect(rules[0]).toMatchObject({ Statement: { RateBasedStatement: { Limit: 10_000, AggregateKeyType: 'IP' } } });
    expect(JSON.stringify(rules[3])).toContain('"Name":"SizeRestrictions_BODY"');
    const logging = JSON.stringify(cloud.only('AWS::WAFv2::LoggingConfiguration')['RedactedFields']);
    expect(logging).toContain('authorization');
  });

  it('sends the same security headers as one machine does, with the addresses of its own services', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = headersPolicy();
    const policy = flat(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
    const photos = expect.stringMatching(/^https:\/\/<\S*Photos\S*RegionalDomainName\S*>$/);
    expect(directive(policy, 'script-src')).toEqual(["'self'"]);
    expect(directive(policy, 'img-src')).toEqual(["'self'", 'data:', 'blob:', 'https://tiles.openfreemap.org', photos]);
    expect(directive(policy, 'connect-src')).toEqual([
      "'self'",
      'https://tiles.openfreemap.org',
      expect.stringMatching(/^<\S*SocketApi\S*ApiEndpoint\S*>$/),
      photos,
      'https://fieldline-production.auth.us-east-1.amazoncognito.com',
    ]);
    const expected = securityHeaders({ map: [], sockets: [], uploads: [] });
    expect(CustomHeadersConfig.Items).toEqual(
      ['permissions-policy', 'cross-origin-opener-policy'].map((Header) => ({
        Header,
        Value: expected[Header],
        Override: true,
      })),
    );
    const { AccessControlMaxAgeSec, IncludeSubdomains } = SecurityHeadersConfig.StrictTransportSecurity;
    expect(expected['strict-transport-security']).toBe(`max-age=${AccessControlMaxAgeSec}; includeSubDomains`);
    expect(IncludeSubdomains).toBe(true);
    expect(SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy).toBe(expected['referrer-policy']);
    expect(Object.keys(expected).sort()).toEqual(
      [
        'content-security-policy',
        'cross-origin-opener-policy',
        'permissions-policy',
        'referrer-policy',
        'strict-transport-security',
        'x-content-type-options',
      ].sort(),
    );
  });

  it('is readable through CloudFront alone: the bucket itself is open to nobody else', () => {
    const [site = ''] = cloud.resources('AWS::S3::Bucket').find(([id]) => /^Site[0-9A-F]{8}$/.test(id)) ?? [];
    const policy = cloud
      .resources('AWS::S3::BucketPolicy')
      .find(([, { Properties }]) => JSON.stringify(Properties['Bucket']).includes(`"${site}"`));
    const { Statement } = policy?.[1].Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    const readers = Statement.filter(({ Effect }) => Effect === 'Allow').map(({ Principal }) => Principal);
    expect(readers).toEqual([{ Service: 'cloudfront.amazonaws.com' }]);
  });

  it('brings the pages with their settings, and keeps only files with a hash in their names', () => {
    const deployments = cloud.resources('Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);
    expect(deployments.map(({ SystemMetadata }) => SystemMetadata)).toEqual([
      { 'cache-control': 'public, max-age=31536000, immutable' },
      { 'cache-control': 'no-cache' },
    ]);
    expect(deployments[1]).toMatchObject({ DistributionPaths: ['/*'], Prune: false });
  });

  it.each([
    ['/dispatch/', { uri: '/dispatch/index.html' }],
    ['/customer/', { uri: '/customer/index.html' }],
    ['/technician/worker.js', { uri: '/technician/worker.js' }],
    ['/assets/map-1a2b.js', { uri: '/assets/map-1a2b.js' }],
    ['/config.json', { uri: '/config.json' }],
    ['/technician', { statusCode: 308, headers: { location: { value: '/technician/' } } }],
    ['/', { statusCode: 308, headers: { location: { value: '/dispatch/' } } }],
    ['/nowhere', { statusCode: 404, body: { data: expect.stringContaining('There is nothing at this address') } }],
    ['/dispatch/nowhere.html', { statusCode: 404 }],
    ['/technician/?list-type=2/', { statusCode: 404 }],
  ])('finds the page at %s', (uri, found) => {
    const answer: unknown = runInNewContext(`${pageAddress(files)}; handler(event)`, { event: { request: { uri } } });
    expect(answer).toMatchObject(found);
  });

  it('answers what is missing among the assets as missing, and not as forbidden', () => {
    const policies = cloud.resources('AWS::S3::BucketPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    expect(policies.find((policy) => policy.includes('cloudfront.amazonaws.com'))).toContain('s3:ListBucket');
  });

  it('knows the pages that are deployed', () => {
    const code = JSON.stringify(cloud.only('AWS::CloudFront::Function')['FunctionCode']);
    for (const file of ['/index.html', '/config.json']) expect(code).toContain(`\\"${file}\\"`);
  });

  const distribution = () =>
    cloud.only('AWS::CloudFront::Distribution')['DistributionConfig'] as {
      readonly WebACLId: unknown;
      readonly Aliases: unknown;
      readonly Origins: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
      readonly ViewerCertificate: unknown;
      readonly CacheBehaviors: { readonly PathPattern: string; readonly ViewerProtocolPolicy: string }[];
    };
  const headersPolicy = () =>
    cloud.only('AWS::CloudFront::ResponseHeadersPolicy')['ResponseHeadersPolicyConfig'] as {
      readonly SecurityHeadersConfig: Record<string, Record<string, unknown>> & {
        readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: unknown };
        readonly StrictTransportSecurity: Record<string, unknown>;
        readonly ReferrerPolicy: Record<string, unknown>;
      };
      readonly CustomHeadersConfig: { readonly Items: unknown };
    };
});

describe('accounts of staff', () => {
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(() => {
    cloud = synthesized('production');
  });
  afterAll(() => rm(cloud.outdir, { recursive: true, force: true }));

  it('are made by administrators, who invite, and need a second factor that is no SMS', () => {
    expect(cloud.only('AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailMessage: expect.stringContaining('https://fieldline.example/') },
      },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
  });

  it('stand in one group for each role', () => {
    const groups = cloud.resources('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties['GroupName']);
    expect(groups.sort()).toEqual([...roles].sort());
  });

  it('get tenant, technician and name into their access tokens by the identity function', () => {
    const [identity] = cloud.resources('AWS::Lambda::Function').find(([id]) => id.startsWith('Identity')) ?? [];
    expect(cloud.only('AWS::Cognito::UserPool')['LambdaConfig']).toEqual({
      PreTokenGenerationConfig: { LambdaArn: { 'Fn::GetAtt': [identity, 'Arn'] }, LambdaVersion: 'V2_0' },
    });
  });

  it('cannot give themselves another tenant or technician', () => {
    const { WriteAttributes, AllowedOAuthScopes } = cloud.only('AWS::Cognito::UserPoolClient');
    expect(WriteAttributes).toEqual(['name']);
    expect(AllowedOAuthScopes).toEqual(['openid', 'profile']);
  });

  it('come back from signing in to the site’s own pages only, by a code and without a secret in the page', () => {
    expect(cloud.only('AWS::Cognito::UserPoolClient')).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      CallbackURLs: ['https://fieldline.example/dispatch/', 'https://fieldline.example/technician/'],
    });
  });
});

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** Text with references to other resources in angle brackets. */
const flat = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': joined } = value as { 'Fn::Join'?: [string, unknown[]] };
  return joined ? joined[1].map(flat).join(joined[0]) : `<${JSON.stringify(value)}>`;
};
const directive = (policy: string, name: string): string[] =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.split(' ')
    .slice(1) ?? [];
