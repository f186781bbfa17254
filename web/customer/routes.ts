import type { RouteOf } from '../api/route.ts';
import type * as requests from '../../shared/protocol/endpoints/service-requests.ts';
import type * as geocoding from '../../shared/protocol/endpoints/geocoding.ts';
import type * as visit from '../../shared/protocol/endpoints/visit.ts';

// Type-only imports: this page has 40 KB for all of its code, and the schemas alone would take half of it.
export const openLink: RouteOf<typeof visit.openLink> = { method: 'POST', path: '/v1/links/open' };
export const getVisit: RouteOf<typeof visit.getVisit> = { method: 'GET', path: '/v1/visit' };
export const searchReportPlaces: RouteOf<typeof geocoding.searchReportPlaces> = {
  method: 'GET',
  path: '/v1/report/places',
};
export const getReportForm: RouteOf<typeof requests.getReportForm> = { method: 'GET', path: '/v1/report' };
export const createReport: RouteOf<typeof requests.createReport> = { method: 'POST', path: '/v1/report' };
