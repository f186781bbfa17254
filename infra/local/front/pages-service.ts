import type { AllowedOrigins } from '../../../shared/protocol/security-headers.ts';
import { securityHeaders } from '../../../shared/protocol/security-headers.ts';
import type { WebConfig } from '../../../shared/protocol/web-config.ts';
import { localClientId } from '../identity/issuer.ts';

/** What the pages read first: sign-in at our own issuer, and the map. */
export function webConfig(mapStyle: string | undefined): WebConfig {
  const style = mapStyleOf(mapStyle);
  return {
    signIn: {
      authorizeUrl: '/local/oauth2/authorize',
      tokenUrl: '/local/oauth2/token',
      logoutUrl: '/local/logout',
      clientId: localClientId,
    },
    ...(style ? { mapStyle: style } : {}),
    ribbon: 'Demonstration',
  };
}

/** The security headers of every page on this machine; plain http has no use for the transport header. */
export function pageHeaders(origin: string, mapStyle: string | undefined): Readonly<Record<string, string>> {
  const style = mapStyleOf(mapStyle);
  const map = style ? [...new Set([new URL(style.light).origin, new URL(style.dark).origin])] : [];
  const allowed: AllowedOrigins = { map, sockets: [origin.replace(/^http/, 'ws')], uploads: [] };
  const { 'strict-transport-security': _https, ...headers } = securityHeaders(allowed);
  return headers;
}

/** OpenFreeMap's styles by default: open, without a key. A single address serves both themes; 'none' draws only our own base. */
function mapStyleOf(setting: string | undefined): WebConfig['mapStyle'] {
  if (setting === 'none') return undefined;
  if (setting !== undefined) return { light: setting, dark: setting };
  return { light: 'https://tiles.openfreemap.org/styles/positron', dark: 'https://tiles.openfreemap.org/styles/dark' };
}
