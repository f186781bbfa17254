import type { Issuer } from '../identity/issuer.ts';
import { signInService } from '../identity/sign-in-service.ts';
import type { SignIn } from '../identity/sign-in.ts';
import type { LocalCredentials } from '../stand-ins/local-credentials.ts';
import { type Outbox, outboxService } from '../stand-ins/outbox.ts';
import { photoBucketService } from '../stand-ins/photo-bucket.ts';
import { type LocalService, jsonAnswer, redirectTo, textAnswer } from './exchange.ts';
import { localStyle } from './local-page.ts';
import { mapFiles } from './map-files.ts';
import type { MapSetting } from './map-setting.ts';
import { pageHeaders, webConfig } from './pages-service.ts';
import { localMessages } from '../messages/local-messages.ts';
import { startPage } from './start-page.ts';
import { staticFiles } from './static-files.ts';

export interface FrontParts {
  readonly origin: string;
  /** What the functions answer. */
  readonly services: readonly LocalService[];
  readonly signIn: SignIn;
  readonly issuer: Issuer;
  readonly outbox: Outbox;
  readonly credentials: LocalCredentials;
  readonly machineTime: () => number;
  readonly photoFolder: string;
  readonly reportLink: string;
  readonly map: MapSetting;
  /** The folders of the built pages. */
  readonly pages: readonly string[];
}

/** Everything that a browser sees of this machine, on one origin. */
export function frontService(parts: FrontParts): LocalService {
  const headers = pageHeaders(parts.origin, parts.map.style);
  const config = webConfig(parts.map.style);
  const own: LocalService = ({ method, url, headers: sent }) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (url.pathname === '/config.json') return jsonAnswer(config);
    if (url.pathname === '/') return startPage(localMessages(sent), parts.reportLink, headers);
    if (url.pathname === '/favicon.ico') return { status: 204 };
    if (url.pathname !== '/local/style.css') return undefined;
    return {
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
      body: localStyle,
    };
  };
  const services = [
    hostGuard(parts.origin),
    ...parts.services,
    own,
    signInService(parts.signIn, parts.issuer, parts.origin, headers),
    outboxService(parts.outbox, headers),
    photoBucketService(parts.photoFolder, parts.credentials, parts.machineTime),
    mapFiles(parts.map.files, headers),
    ...parts.pages.map((folder) => staticFiles(folder, headers)),
  ];
  return async (request) => {
    for (const service of services) {
      const answer = await service(request);
      if (answer) return answer;
    }
    return undefined;
  };
}

/** One origin only: localhost is sent to it, and a foreign name that points here (DNS rebinding) is refused. */
function hostGuard(origin: string): LocalService {
  const { host, port } = new URL(origin);
  return ({ method, url }) => {
    if (url.host === host) return undefined;
    if (url.host !== `localhost:${port}`) return textAnswer(421, `This is Fieldline at ${origin}, not ${url.host}.`);
    return method === 'GET' ? redirectTo(origin + url.pathname + url.search, 307) : undefined;
  };
}
