import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import type { GeographyDeps } from './geography-deps.ts';
import { routes } from './routes.ts';

/** Answers about areas, addresses and who reaches what. */
export const createGeographyHandler = (deps: GeographyDeps): ApiHandler => apiHandler(routes, deps);
