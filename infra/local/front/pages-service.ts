import type { AllowedOrigins } from '../../../shared/protocol/security-headers.ts';
import { securityHeaders } from '../../../shared/protocol/security-headers.ts';
import { mapOriginsOf, type MapStyle, type WebConfig } from '../../../shared/protocol/web-config.ts';
import { localClientId } from '../identity/issuer.ts';

/** What the pages read first: sign-in at our own issuer, and the map. */
export function webConfig(mapStyle: MapStyle | undefined): WebConfig {
  return {
    signIn: {
      authorizeUrl: '/local/oauth2/authorize',
      tokenUrl: '/local/oauth2/token',
      logoutUrl: '/local/logout',
      clientId: localClientId,
    },
    ...(mapStyle ? { mapStyle } : {}),
    ribbon: 'Demonstration',
  };
}

/** The security headers of every page on this machine; plain http has no use for the transport header. */
export function pageHeaders(origin: string, mapStyle: MapStyle | undefined): Readonly<Record<string, string>> {
  const allowed: AllowedOrigins = {
    map: mapOriginsOf(mapStyle),
    sockets: [origin.replace(/^http/, 'ws')],
    uploads: [],
  };
  const { 'strict-transport-security': _https, ...headers } = securityHeaders(allowed);
  return headers;
}
