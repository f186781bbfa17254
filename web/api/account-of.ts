import type { Role } from '../../shared/protocol/endpoint.ts';

/** Who is signed in, for display only. */
export interface Account {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly technicianId?: string;
}

/** Reads the claims of an access token without verifying them: that is the server's part. */
export const accountOf = (accessToken: string): Account => {
  const claims: Claims = JSON.parse(textOf(accessToken.split('.')[1] ?? ''));
  return {
    name: claims.name ?? claims.username ?? claims.sub,
    roles: claims['cognito:groups'] ?? [],
    ...(claims['custom:technician'] === undefined ? {} : { technicianId: claims['custom:technician'] }),
  };
};

interface Claims {
  readonly sub: string;
  readonly name?: string;
  readonly username?: string;
  readonly 'cognito:groups'?: readonly Role[];
  readonly 'custom:technician'?: string;
}

const textOf = (base64url: string): string => {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
};
