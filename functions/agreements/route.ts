import { routesOn, type Route as ApiRoute, type StaffAsked as ApiStaffAsked } from '../api/route.ts';
import type { AgreementsDeps } from './agreements-deps.ts';

export const { staffRoute, customerRoute } = routesOn<AgreementsDeps>();

export type Route = ApiRoute<AgreementsDeps>;
export type StaffAsked = ApiStaffAsked<AgreementsDeps>;
