import * as z from 'zod/mini';
import type { AddedClaims } from '../identity/issuer.ts';
import { localClientId } from '../identity/issuer.ts';
import { localRegion } from '../stand-ins/local-credentials.ts';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import type { Invoke } from './http-api.ts';
import type { Resource } from './resolve.ts';

/** What the templates' user pool adds to access tokens: its trigger before token generation is asked as Cognito asks it. */
export function addedClaims(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  invoke: Invoke,
): AddedClaims {
  const pool = resources.find(({ type }) => type === 'AWS::Cognito::UserPool');
  const { LambdaConfig } = poolShape.parse(pool?.properties ?? {});
  const trigger = LambdaConfig?.PreTokenGenerationConfig;
  if (!pool || !trigger) return async () => ({});
  const target = functionMeant(functions, trigger.LambdaArn);
  return async ({ account, name, roles, tenantId, technicianId }, subject) => {
    const answer = await invoke(target, {
      version: '2',
      triggerSource: 'TokenGeneration_HostedAuth',
      region: localRegion,
      userPoolId: pool.name,
      userName: account,
      callerContext: { awsSdkVersion: 'local', clientId: localClientId },
      request: {
        userAttributes: {
          sub: subject,
          name,
          'custom:tenant': tenantId,
          ...(technicianId !== undefined && { 'custom:technician': technicianId }),
        },
        groupConfiguration: { groupsToOverride: [...roles], iamRolesToOverride: [], preferredRole: '' },
        scopes: ['openid', 'profile'],
      },
      response: { claimsAndScopeOverrideDetails: null },
    });
    const details = answerShape.parse(answer).response.claimsAndScopeOverrideDetails;
    return details.accessTokenGeneration.claimsToAddOrOverride;
  };
}

const poolShape = z.object({
  LambdaConfig: z.optional(
    z.object({
      PreTokenGenerationConfig: z.optional(z.object({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') })),
    }),
  ),
});
const answerShape = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z.object({
      accessTokenGeneration: z.object({ claimsToAddOrOverride: z.record(z.string(), z.unknown()) }),
    }),
  }),
});
