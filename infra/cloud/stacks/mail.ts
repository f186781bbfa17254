import { Stack, type StackProps } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { MailSender } from '../constructs/house-function.ts';
import type { StageSettings } from '../stages.ts';

interface MailProps extends StackProps {
  readonly stage: StageSettings;
}

/** The right to send mail from the stage's domain: its keys are written into the zone, and mail leaves over TLS only. */
export class MailStack extends Stack {
  readonly sender: MailSender;

  constructor(scope: Construct, id: string, { stage, ...props }: MailProps) {
    super(scope, id, props);
    const { zone, zoneId } = stage.site;
    const hostedZone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      zoneName: stage.mailFrom.slice(stage.mailFrom.indexOf('@') + 1),
      hostedZoneId: zoneId,
    });
    if (!hostedZone.zoneName.endsWith(zone)) throw new Error(`${stage.mailFrom} does not lie in the zone ${zone}`);
    const configurationSet = new ConfigurationSet(this, 'Sending', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.publicHostedZone(hostedZone),
      configurationSet,
    });
    const setArn = this.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet.configurationSetName,
    });
    this.sender = { identityArn: identity.emailIdentityArn, configurationSetArn: setArn };
  }
}
