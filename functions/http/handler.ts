import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import type { HttpDeps } from './http-deps.ts';
import { routes } from './routes.ts';

/** Answers what needs neither times between places nor geometry. */
export const createHttpHandler = (deps: HttpDeps): ApiHandler => apiHandler(routes, deps);
