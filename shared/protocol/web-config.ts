import * as z from 'zod/mini';

/** What the pages read from /config.json before anything else: where to sign in and which map to draw. Addresses without host are on the same origin. */
export const webConfigSchema = z.strictObject({
  /** OAuth 2.0 authorization code with PKCE (RFC 7636), as Cognito serves it. */
  signIn: z.strictObject({
    authorizeUrl: z.string(),
    tokenUrl: z.string(),
    logoutUrl: z.string(),
    clientId: z.string(),
  }),
  /** MapLibre style addresses; absent: only the quiet drawn base. */
  mapStyle: z.optional(z.strictObject({ light: z.string(), dark: z.string() })),
  /** A word that every page shows, such as that the data is a demonstration. */
  ribbon: z.optional(z.string()),
});
export type WebConfig = z.infer<typeof webConfigSchema>;
