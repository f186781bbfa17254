import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import { JwtBaseError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as z from 'zod/mini';
import { idOf } from '../../shared/model/entity.ts';
import { shortText } from '../../shared/model/scalar.ts';
import { roles, type Role } from '../../shared/protocol/endpoint.ts';
import { Refusal } from './errors.ts';

/** A member of staff as the token proves him; the tenant comes from nowhere else. */
export interface Caller {
  readonly tenantId: string;
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly technicianId?: string;
}

/** Who holds this access token; a token that proves nobody is refused as unauthenticated. */
export type IdentityVerifier = (accessToken: string) => Promise<Caller>;

export interface IdentityOptions {
  readonly issuer: string;
  /** The client that tokens are made for: `client_id` of a Cognito access token, which has no `aud`. */
  readonly audience: string;
  /** Keys known beforehand; otherwise they are fetched from the issuer. */
  readonly jwks?: Jwks;
}

export const createIdentityVerifier = ({ issuer, audience, jwks }: IdentityOptions): IdentityVerifier => {
  const verifier = JwtVerifier.create({ issuer, audience: null });
  if (jwks) verifier.cacheJwks(jwks);
  return async (accessToken) => {
    const claims = claimsSchema.safeParse(await verified(() => verifier.verify(accessToken)));
    if (!claims.success || claims.data.client_id !== audience) throw new Refusal('unauthenticated');
    const { 'custom:technician': technicianId, ...rest } = claims.data;
    return {
      tenantId: rest['custom:tenant'],
      accountId: rest.sub,
      name: rest.name,
      roles: roles.filter((role) => rest['cognito:groups'].includes(role)),
      ...(technicianId !== undefined && { technicianId }),
    };
  };
};

const claimsSchema = z.object({
  sub: shortText,
  name: shortText,
  client_id: z.string(),
  token_use: z.literal('access'),
  'cognito:groups': z.array(z.string()),
  'custom:tenant': idOf('tenant'),
  'custom:technician': z.optional(idOf('technician')),
});

const verified = async (verify: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof JwtBaseError) throw new Refusal('unauthenticated');
    throw error;
  }
};
