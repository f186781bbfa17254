import * as z from 'zod/mini';

/**
 * Whose map lies under ours: an online service's styles, or vector tiles of one's own in one PMTiles file (schema of
 * OpenMapTiles), with glyphs for its labels where there are some.
 */
export const mapStyleSchema = z.union([
  z.strictObject({ light: z.string(), dark: z.string() }),
  z.strictObject({ tiles: z.string(), glyphs: z.optional(z.string()) }),
]);
export type MapStyle = z.infer<typeof mapStyleSchema>;

/** The foreign origins that a map is read from, for the pages' security policy. */
export const mapOriginsOf = (style: MapStyle | undefined): string[] => {
  const addresses =
    style === undefined ? [] : 'tiles' in style ? [style.tiles, style.glyphs ?? ''] : [style.light, style.dark];
  return [...new Set(addresses.flatMap((address) => /^https?:\/\/[^/]+/.exec(address)?.[0] ?? []))];
};

/** What the pages read from /config.json before anything else: where to sign in and which map to draw. Addresses without host are on the same origin. */
export const webConfigSchema = z.strictObject({
  /** OAuth 2.0 authorization code with PKCE (RFC 7636), as Cognito serves it. */
  signIn: z.strictObject({
    authorizeUrl: z.string(),
    tokenUrl: z.string(),
    logoutUrl: z.string(),
    clientId: z.string(),
  }),
  /** Absent: only the quiet drawn base. */
  mapStyle: z.optional(mapStyleSchema),
  /** A word that every page shows, such as that the data is a demonstration. */
  ribbon: z.optional(z.string()),
});
export type WebConfig = z.infer<typeof webConfigSchema>;
