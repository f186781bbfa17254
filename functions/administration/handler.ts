import type { ApiDeps } from '../api/api-deps.ts';
import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import { routes } from './routes.ts';

/** Keeps the company's own book: technicians, customers, work types, settings, and what is imported of them. */
export const createAdministrationHandler = (deps: ApiDeps): ApiHandler => apiHandler(routes, deps);
