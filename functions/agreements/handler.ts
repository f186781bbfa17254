import { apiHandler, type ApiHandler } from '../api/api-handler.ts';
import type { AgreementsDeps } from './agreements-deps.ts';
import { routes } from './routes.ts';

/** Keeps what was agreed: machines, warranties, contracts and prices; decides who pays, and whose word is needed. */
export const createAgreementsHandler = (deps: AgreementsDeps): ApiHandler => apiHandler(routes, deps);
