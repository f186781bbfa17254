import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { idOf } from '../../shared/model/entity.ts';
import { shortText } from '../../shared/model/scalar.ts';
import type { Logger } from '../platform/logger.ts';

export interface IdentityDeps {
  readonly log: Pick<Logger, 'warn'>;
}
/** Cognito asks it before each token. */
export type IdentityHandler = (event: PreTokenGenerationV2TriggerEvent) => Promise<PreTokenGenerationV2TriggerEvent>;

/**
 * Puts tenant, technician and name into access tokens, from the attributes that administrators set. An account without a tenant
 * gets no token at all: its holder reads why on the sign-in page.
 */
export const createIdentityHandler = ({ log }: IdentityDeps): IdentityHandler => {
  return async (event) => {
    const attributes = attributesSchema.safeParse(event.request.userAttributes);
    if (!attributes.success) {
      const fields = attributes.error.issues.map(({ path }) => path.join('.'));
      log.warn('An account is not ready to sign in', { accountId: event.request.userAttributes['sub'], fields });
      throw new Error(`Your account is not ready yet. Ask your administrator to set: ${fields.join(', ')}.`);
    }
    const { 'custom:technician': technicianId, ...always } = attributes.data;
    const claimsToAddOrOverride = {
      ...always,
      ...(technicianId !== undefined && { 'custom:technician': technicianId }),
    };
    return {
      ...event,
      response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } } },
    };
  };
};

/** The claims that functions/platform/identity.ts reads; Cognito itself adds `sub`, groups and client. */
const attributesSchema = z.object({
  name: shortText,
  'custom:tenant': idOf('tenant'),
  'custom:technician': z.optional(idOf('technician')),
});
