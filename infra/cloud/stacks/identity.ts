import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  UserPoolEmail,
  UserPoolOperation,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { roles } from '../../../shared/protocol/endpoint.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { HouseFunction, type TokenSettings } from '../constructs/house-function.ts';
import { signIn, webOriginOf, type StageSettings } from '../stages.ts';

interface IdentityProps extends StackProps {
  readonly stage: StageSettings;
}

/** Accounts of staff: one group for each role; tenant and technician stand with the account, set by administrators only. */
export class IdentityStack extends Stack {
  readonly tokens: TokenSettings;
  readonly trigger: HouseFunction;

  constructor(scope: Construct, id: string, { stage, ...props }: IdentityProps) {
    super(scope, id, props);
    const pool = userPool(this, stage);
    for (const role of roles) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role });
    }
    this.trigger = new HouseFunction(this, 'Identity', { stage, entry: 'identity' });
    // Version 2 is the one that may add to access tokens.
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, this.trigger, LambdaVersion.V2_0);
    pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: stage.signInPrefix } });
    const client = pagesClient(pool, stage);
    this.tokens = { issuer: pool.userPoolProviderUrl, audience: client.userPoolClientId };
  }
}

const userPool = (scope: Construct, stage: StageSettings): UserPool => {
  const { keepsData, mailFrom, region } = stage;
  const pool = new UserPool(scope, 'Staff', {
    selfSignUpEnabled: false,
    userInvitation: invitation(stage),
    signInAliases: { email: true },
    standardAttributes: { fullname: { required: true, mutable: true } },
    customAttributes: {
      tenant: new StringAttribute({ mutable: true }),
      technician: new StringAttribute({ mutable: true }),
    },
    passwordPolicy: {
      minLength: signIn.passwordLength,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
    },
    // An app that shows codes; SMS can be taken over with the phone number.
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    email: UserPoolEmail.withSES({
      fromEmail: mailFrom,
      fromName: 'Fieldline',
      sesRegion: region,
      sesVerifiedDomain: mailFrom.slice(mailFrom.indexOf('@') + 1),
    }),
    featurePlan: FeaturePlan.ESSENTIALS,
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  acknowledge(
    pool,
    'Accounts are made by administrators, a second factor is required, and the edge limits attempts; the Plus plan costs more per account than all the rest of the product.',
    'AwsSolutions-COG8',
  );
  return pool;
};

const invitation = (stage: StageSettings) => ({
  emailSubject: 'Your Fieldline account',
  emailBody: `<p>An account was made for you: {username}</p><p>Your first password, to be changed when you sign in at <a href="${webOriginOf(stage)}/">${stage.site.host}</a> within seven days: {####}</p>`,
});

/** The pages: a public client, authorization code with PKCE only. Nobody writes his own tenant or technician. */
const pagesClient = (pool: UserPool, stage: StageSettings): UserPoolClient => {
  const pages = ['dispatch', 'technician'].map((page) => `${webOriginOf(stage)}/${page}/`);
  return pool.addClient('Pages', {
    generateSecret: false,
    authFlows: {},
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(signIn.tokenMinutes),
    readAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: pages,
      logoutUrls: pages,
    },
  });
};
