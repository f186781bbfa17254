import type { Endpoint } from '../../../shared/protocol/endpoint.ts';
import type { LocalFunctions } from '../local-functions.ts';
import { entryFor } from './entry-for.ts';
import type { LocalService } from './exchange.ts';
import { answerOf, gatewayEvent, lambdaContext } from './gateway-event.ts';

/** API Gateway's HTTP API: routes by the contract's route table to the function that answers. */
export function functionService(functions: Pick<LocalFunctions, Endpoint['entry'] | 'docs'>): LocalService {
  return async (request) => {
    const { pathname } = request.url;
    if (!/^\/(v1\/|openapi\.json$|docs(\/|$)|healthz$)/.test(pathname)) return undefined;
    const event = gatewayEvent(request);
    if (isDocs.test(pathname)) return answerOf(await functions.docs(event));
    const entry = entryFor(request.method, pathname);
    return answerOf(await functions[entry](event, lambdaContext(entry)));
  };
}

const isDocs = /^\/(openapi\.json$|docs(\/|$))/;
