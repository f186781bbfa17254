import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createIdentityHandler } from '../../../functions/identity/handler.ts';
import { anId } from '../../builders/an-id.ts';
import { silentLog } from '../../fakes/silent-log.ts';

const tenantId = anId('tenant');
const technicianId = anId('technician');
const dora = { sub: '7d8f', name: 'Dora Lindgren', email: 'dora@harbor.example', 'custom:tenant': tenantId };

describe('a token of the user pool', () => {
  const claimsOf = async (userAttributes: Record<string, string>) => {
    const event = await createIdentityHandler({ log: silentLog() })(aTokenRequest(userAttributes));
    return event.response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride;
  };

  it('carries the account’s tenant and name, and nothing else of its attributes', async () => {
    expect(await claimsOf(dora)).toEqual({ name: 'Dora Lindgren', 'custom:tenant': tenantId });
  });

  it('names the technician where the account is one', async () => {
    expect(await claimsOf({ ...dora, 'custom:technician': technicianId })).toMatchObject({
      'custom:technician': technicianId,
    });
  });

  it.each([
    ['belongs to no tenant', { 'custom:tenant': '' }, /custom:tenant/],
    ['names something that is no tenant', { 'custom:tenant': technicianId }, /custom:tenant/],
    ['names something that is no technician', { 'custom:technician': 'rosa' }, /custom:technician/],
    ['has no name', { name: '' }, /name/],
  ])('is refused, with what to set, to an account that %s', async (_why, attributes, said) => {
    await expect(claimsOf({ ...dora, ...attributes })).rejects.toThrow(said);
  });
});

const aTokenRequest = (userAttributes: Record<string, string>): PreTokenGenerationV2TriggerEvent => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'us-east-1',
  userPoolId: 'us-east-1_EXAMPLE',
  userName: '7d8f',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'pages' },
  request: { userAttributes, groupConfiguration: {}, scopes: ['openid', 'profile'] },
  response: { claimsAndScopeOverrideDetails: {} },
});
