/** Who asks. Staff sign in (staff-session.ts); a customer carries the session of his link. */
export interface Session {
  /** The bearer token, made fresh when it is about to end; undefined for who asks without one. */
  token(): Promise<string | undefined>;
  /** After the server refused the token: whether a new one could be had, so that the call is worth repeating. */
  renew(): Promise<boolean>;
}

/** Asks as nobody. */
export const noSession: Session = { token: async () => undefined, renew: async () => false };

/** Asks with one token that cannot be renewed. */
export const fixedSession = (token: string): Session => ({ token: async () => token, renew: async () => false });
