import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import type { DispatchDeps } from './dispatch-deps.ts';
import { routes } from './routes.ts';

/** Answers who goes where and when. */
export const createDispatchHandler = (deps: DispatchDeps): ApiHandler => apiHandler(routes, deps);
