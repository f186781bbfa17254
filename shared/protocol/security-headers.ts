/** Where pages may connect beside their own origin, e.g. the host of an online map style or the bucket for photos. */
export interface AllowedOrigins {
  readonly map: readonly string[];
  readonly sockets: readonly string[];
  readonly uploads: readonly string[];
  /** Where tokens are asked for, if that is another origin. */
  readonly signIn?: readonly string[];
}

/** The headers of every page, on one machine and in AWS: nothing inline, nothing evaluated, nothing framed. */
export const securityHeaders = ({
  map,
  sockets,
  uploads,
  signIn = [],
}: AllowedOrigins): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "font-src 'self'",
    ["img-src 'self' data: blob:", ...map, ...uploads].join(' '),
    ["connect-src 'self'", ...map, ...sockets, ...uploads, ...signIn].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
});
