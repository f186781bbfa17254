import { endpoints } from '../../../shared/protocol/endpoints.ts';
import type { LocalFunctions } from '../local-functions.ts';
import type { LocalService } from './exchange.ts';
import { answerOf, gatewayEvent, lambdaContext } from './gateway-event.ts';

/** API Gateway's HTTP API: routes by the contract's route table to the function that answers. */
export function functionService(functions: Pick<LocalFunctions, 'http' | 'positions' | 'docs'>): LocalService {
  const toPositions = [...endpoints.values()].filter(({ entry }) => entry === 'positions');
  const positionRoutes = new Set(toPositions.map(({ method, path }) => `${method} ${path}`));
  return async (request) => {
    const { pathname } = request.url;
    if (!/^\/(v1\/|openapi\.json$|docs(\/|$)|healthz$)/.test(pathname)) return undefined;
    const event = gatewayEvent(request);
    if (positionRoutes.has(`${request.method} ${pathname}`)) return answerOf(await functions.positions(event));
    if (isDocs.test(pathname)) return answerOf(await functions.docs(event));
    return answerOf(await functions.http(event, lambdaContext('http')));
  };
}

const isDocs = /^\/(openapi\.json$|docs(\/|$))/;
