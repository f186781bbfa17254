import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnUserPoolGroup, OAuthScope, StringAttribute, UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { roles } from '../../../shared/protocol/endpoint.ts';
import type { TokenSettings } from '../constructs/house-function.ts';
import type { StageSettings } from '../stages.ts';

interface IdentityProps extends StackProps {
  readonly stage: StageSettings;
}

/** Accounts of staff: one group for each role; tenant and technician stand with the account, set by administrators only. */
export class IdentityStack extends Stack {
  readonly tokens: TokenSettings;

  constructor(scope: Construct, id: string, { stage, ...props }: IdentityProps) {
    super(scope, id, props);
    const pool = userPool(this, stage);
    for (const role of roles) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role });
    }
    const client = pagesClient(pool, stage);
    this.tokens = { issuer: pool.userPoolProviderUrl, audience: client.userPoolClientId };
  }
}

const userPool = (scope: Construct, { keepsData }: StageSettings): UserPool =>
  new UserPool(scope, 'Staff', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    passwordPolicy: { minLength: 12 },
    customAttributes: {
      tenant: new StringAttribute({ mutable: true }),
      technician: new StringAttribute({ mutable: true }),
    },
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

/** The pages: a public client, authorization code with PKCE only. */
const pagesClient = (pool: UserPool, { webOrigin }: StageSettings): UserPoolClient =>
  pool.addClient('Pages', {
    generateSecret: false,
    authFlows: {},
    preventUserExistenceErrors: true,
    accessTokenValidity: Duration.minutes(15),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: [`${webOrigin}/dispatch/`, `${webOrigin}/technician/`],
      logoutUrls: [`${webOrigin}/dispatch/`, `${webOrigin}/technician/`],
    },
  });
