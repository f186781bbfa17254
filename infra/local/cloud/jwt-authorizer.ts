import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { Resource } from './resolve.ts';

export type Claims = Readonly<Record<string, string>>;

/** Checks a request's token as API Gateway's JWT authorizer does, before any function hears of the request. */
export type JwtAuthorizer = (
  authorization: string | undefined,
) => Promise<{ readonly ok: true; readonly claims: Claims } | { readonly ok: false; readonly reason: string }>;

/** Every JWT authorizer of the templates by its id; the keys are those that the issuer publishes. */
export function jwtAuthorizers(
  resources: readonly Resource[],
  keys: JSONWebKeySet,
  now: () => Date,
): ReadonlyMap<string, JwtAuthorizer> {
  const known = createLocalJWKSet(keys);
  return new Map(
    resources
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Authorizer')
      .map(({ name, properties }) => {
        const { Audience: audience, Issuer: issuer } = authorizerShape.parse(properties).JwtConfiguration;
        const check: JwtAuthorizer = async (authorization = '') => {
          const token = authorization.replace(/^Bearer /i, '');
          if (token.length === 0) return { ok: false, reason: 'no token' };
          try {
            const { payload } = await jwtVerify(token, known, { issuer, algorithms: ['RS256'], currentDate: now() });
            // A Cognito access token names its client in client_id and has no aud.
            const meantFor = [payload.aud ?? payload['client_id']].flat();
            if (!audience.some((one) => meantFor.includes(one))) return { ok: false, reason: 'invalid audience' };
            return { ok: true, claims: claimsOf(payload) };
          } catch (fault) {
            if (fault instanceof errors.JOSEError) return { ok: false, reason: fault.code };
            throw fault;
          }
        };
        return [name, check];
      }),
  );
}

/** API Gateway hands every claim over as text, lists in brackets. */
const claimsOf = (payload: Readonly<Record<string, unknown>>): Claims =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

const authorizerShape = z.object({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});
