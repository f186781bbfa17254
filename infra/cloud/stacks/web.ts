import { Duration, Stack, type SecretValue, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ARecord, AaaaRecord, PublicHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { ObjectOwnership, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { edgeSecretHeader } from '../../../shared/protocol/headers.ts';
import { securityHeaders, type AllowedOrigins } from '../../../shared/protocol/security-headers.ts';
import { mapOriginsOf, type WebConfig } from '../../../shared/protocol/web-config.ts';
import { acknowledge, acknowledgeWildcard } from '../constructs/acknowledge.ts';
import { houseBucket } from '../constructs/house-bucket.ts';
import type { TokenSettings } from '../constructs/house-function.ts';
import { pageAddress, pageFiles } from '../edge/page-address.ts';
import { edge, keptDays, signInOriginOf, type StageSettings } from '../stages.ts';

interface WebProps extends StackProps {
  readonly stage: StageSettings;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly api: HttpApi;
  readonly edgeSecret: SecretValue;
  readonly photos: IBucket;
  /** Where browsers open sockets. */
  readonly socketOrigin: string;
  readonly tokens: TokenSettings;
  readonly certificate: ICertificate;
  readonly firewallArn: string;
}

/** Pages and API on one origin, behind the firewall; the pages' settings lie beside them. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, web: WebProps) {
    const { stage, pages, api, edgeSecret, photos, socketOrigin, tokens, certificate, firewallArn, ...props } = web;
    super(scope, id, props);
    const log = houseBucket(this, 'SiteLog', {
      stage,
      // CloudFront's logs are delivered by the old way, which writes access lists.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(keptDays.bucketLogs) }],
    });
    const site = houseBucket(this, 'Site', { stage, log });
    const headers = pageHeaders(this, {
      map: mapOriginsOf(stage.mapStyle),
      sockets: [socketOrigin],
      uploads: [`https://${photos.bucketRegionalDomainName}`],
      signIn: [signInOriginOf(stage)],
    });
    const through = throughTo(api, this.region, edgeSecret);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Fieldline ${stage.name}`,
      domainNames: [stage.site.host],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: firewallArn,
      enableLogging: true,
      logBucket: log,
      // Secrets of customers' links are fragments, which no log sees; staff tokens are headers.
      logIncludesCookies: false,
      defaultBehavior: {
        // Who may list is told 404 for an asset that is gone, and not 403; the function lets nobody ask for the list itself.
        origin: S3BucketOrigin.withOriginAccessControl(site, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [{ function: pageAddresses(this, pages), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, through])),
    });
    acknowledge(distribution, 'Technicians and customers may be anywhere, also abroad.', 'AwsSolutions-CFR1');
    named(this, stage, distribution);
    deployPages(this, { site, distribution, pages, config: configOf(stage, tokens) });
  }
}

/** Answered by the API; everything else is a page. */
export const apiPaths = ['/v1/*', '/docs', '/docs/*', '/openapi.json', '/healthz'];

const throughTo = (api: HttpApi, region: string, edgeSecret: SecretValue): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.amazonaws.com`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    customHeaders: { [edgeSecretHeader]: edgeSecret.unsafeUnwrap() },
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

const pageAddresses = (scope: Construct, pages: string): EdgeFunction =>
  new EdgeFunction(scope, 'PageAddress', {
    code: FunctionCode.fromInline(pageAddress([...pageFiles(pages), '/config.json'])),
    runtime: FunctionRuntime.JS_2_0,
  });

/** CloudFront sets some of the headers in a form of its own; the words are those of every other place. */
const pageHeaders = (scope: Construct, allowed: AllowedOrigins): ResponseHeadersPolicy => {
  const { 'content-security-policy': policy = '', ...rest } = securityHeaders(allowed);
  const byCloudFront = ['strict-transport-security', 'x-content-type-options', 'referrer-policy'];
  const others = Object.entries(rest).filter(([name]) => !byCloudFront.includes(name));
  return new ResponseHeadersPolicy(scope, 'PageHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(edge.tlsOnlyDays),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: others.map(([header, value]) => ({ header, value, override: true })),
    },
  });
};

const named = (scope: Construct, { site: { host, zone, zoneId } }: StageSettings, distribution: Distribution): void => {
  const attributes = { zoneName: zone, hostedZoneId: zoneId };
  const hostedZone = PublicHostedZone.fromPublicHostedZoneAttributes(scope, 'Zone', attributes);
  const hostedZoneId = CloudFrontTarget.CLOUDFRONT_ZONE_ID;
  const target = RecordTarget.fromAlias({ bind: () => ({ hostedZoneId, dnsName: distribution.domainName }) });
  new ARecord(scope, 'Address', { zone: hostedZone, recordName: host, target });
  new AaaaRecord(scope, 'Address6', { zone: hostedZone, recordName: host, target });
};

/** What pages read first, with the addresses that only the deployment knows. */
const configOf = (stage: StageSettings, { audience }: TokenSettings): WebConfig => {
  const signIn = signInOriginOf(stage);
  return {
    signIn: {
      authorizeUrl: `${signIn}/oauth2/authorize`,
      tokenUrl: `${signIn}/oauth2/token`,
      logoutUrl: `${signIn}/logout`,
      clientId: audience,
    },
    ...(stage.mapStyle && { mapStyle: stage.mapStyle }),
  };
};

interface Pages {
  readonly site: IBucket;
  readonly distribution: Distribution;
  readonly pages: string;
  readonly config: WebConfig;
}

/** First the files that carry a hash in their names, then the pages that name them; files of the version before stay for who still has its page open. */
const deployPages = (scope: Construct, { site, distribution, pages, config }: Pages): void => {
  const shared = { destinationBucket: site, prune: false };
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(pages)],
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.fromString(`public, max-age=${edge.assetsKeptSeconds}, immutable`)],
  });
  const entries = new BucketDeployment(scope, 'Pages', {
    ...shared,
    sources: [Source.asset(pages), Source.jsonData('config.json', config)],
    exclude: ['assets/*'],
    cacheControl: [CacheControl.fromString('no-cache')],
    distribution,
    distributionPaths: ['/*'],
  });
  entries.node.addDependency(assets);
  acknowledgeDeployer(Stack.of(scope), site);
};

/** CDK's own function behind BucketDeployment. */
const acknowledgeDeployer = (stack: Stack, site: IBucket): void => {
  const deployer = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!deployer) throw new Error('CDK no longer deploys buckets by a function of its own');
  const reason =
    'Comes with CDK, runs only while somebody deploys (who waits for it), reads the deployment’s files and writes the site.';
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
  acknowledge(
    deployer,
    reason,
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...actions.map((action) => `AwsSolutions-IAM5[Action::${action}]`),
  );
  acknowledgeWildcard(deployer, reason, site.arnForObjects('*'));
  const assets = `cdk-hnb659fds-assets-${stack.account}-${stack.region}`;
  acknowledgeWildcard(deployer, reason, `arn:${stack.partition}:s3:::${assets}/*`);
  acknowledgeWildcard(
    deployer,
    'CloudFront’s pages are made new while somebody deploys; CDK asks for it by any name.',
    '*',
  );
};
