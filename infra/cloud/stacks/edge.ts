import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { edge, houseName, type StageSettings } from '../stages.ts';

interface EdgeProps extends StackProps {
  readonly stage: StageSettings;
}

/** CloudFront reads certificate and firewall in this region only. */
export const edgeRegion = 'us-east-1';

/** What stands before pages and API: the site's certificate and the firewall. */
export class EdgeStack extends Stack {
  readonly certificate: ICertificate;
  readonly firewallArn: string;

  constructor(scope: Construct, id: string, { stage, ...props }: EdgeProps) {
    super(scope, id, props);
    const { host, zone, zoneId } = stage.site;
    const hostedZone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      zoneName: zone,
      hostedZoneId: zoneId,
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: host,
      validation: CertificateValidation.fromDns(hostedZone),
    });
    this.firewallArn = firewall(this, stage);
  }
}

const firewall = (scope: Construct, stage: StageSettings): string => {
  const { limits, logsKept } = stage;
  const wall = new CfnWebACL(scope, 'Firewall', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: counted('Firewall'),
    rules: [
      {
        name: 'TooManyOfOneAddress',
        priority: 0,
        action: { block: { customResponse: { responseCode: edge.turnedAwayStatus } } },
        statement: { rateBasedStatement: { limit: limits.requestsPerAddress, aggregateKeyType: 'IP' } },
        visibilityConfig: counted('TooManyOfOneAddress'),
      },
      ...[
        managed('AWSManagedRulesAmazonIpReputationList'),
        managed('AWSManagedRulesKnownBadInputsRuleSet'),
        // Bodies have limits of their own in the API, above the 8 KB of this rule: a batch of positions is larger.
        managed('AWSManagedRulesCommonRuleSet', 'SizeRestrictions_BODY'),
      ].map((rule, place) => ({ ...rule, priority: place + 1 })),
    ],
  });
  // WAF writes only to groups whose name begins so.
  const log = new LogGroup(scope, 'FirewallLogs', {
    logGroupName: `aws-waf-logs-${houseName(stage)}`,
    retention: logsKept,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new CfnLoggingConfiguration(scope, 'FirewallLogging', {
    resourceArn: wall.attrArn,
    logDestinationConfigs: [Stack.of(scope).formatArn({ service: 'logs', resource: `log-group:${log.logGroupName}` })],
    // Only what was turned away: a line for each request would cost as much as all requests.
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [
        {
          Behavior: 'KEEP',
          Requirement: 'MEETS_ANY',
          Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
        },
      ],
    },
    redactedFields: ['authorization', 'cookie'].map((header) => ({ singleHeader: { Name: header } })),
  });
  return wall.attrArn;
};

const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const managed = (name: string, ...onlyCounted: readonly string[]): Omit<CfnWebACL.RuleProperty, 'priority'> => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: counted(name),
});
