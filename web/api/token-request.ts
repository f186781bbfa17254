import { NetworkDown } from './network-down.ts';
import type { Tokens } from './token-keeper.ts';

/** The identity provider did not accept the code or the refresh token: sign in again. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** RFC 6749 sections 4.1.3 and 6, as Cognito serves them. */
export const askTokens = async (
  send: typeof fetch,
  tokenUrl: string,
  grant: Record<string, string>,
  deviceNow: number,
): Promise<Tokens> => {
  const response = await send(tokenUrl, { method: 'POST', body: new URLSearchParams(grant) }).catch(
    (fault: unknown) => {
      throw new NetworkDown(fault);
    },
  );
  if (response.status >= 500) throw new NetworkDown();
  if (!response.ok) throw new SignInRefused(`sign-in answered ${response.status}`);
  const answer: TokenAnswer = await response.json();
  return {
    accessToken: answer.access_token,
    ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
    endsAtDevice: deviceNow + answer.expires_in * 1000,
  };
};

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}
