import type {
  getReportRoadTile,
  getRoadTile,
  getVisitRoadTile,
  RoadTileAnswer,
} from '../../shared/protocol/endpoints/road-tiles.ts';
import type { RoadTile } from '../../shared/geo/road-map/road-tile.ts';
import type { Api } from './api.ts';
import type { RouteOf } from './route.ts';

// Type-only imports: the customer's page is too small for the schemas.
const forStaff: RouteOf<typeof getRoadTile> = { method: 'GET', path: '/v1/road-tiles/{zoom}/{x}/{y}' };
const forReport: RouteOf<typeof getReportRoadTile> = { method: 'GET', path: '/v1/report/road-tiles/{zoom}/{x}/{y}' };
const forVisit: RouteOf<typeof getVisitRoadTile> = { method: 'GET', path: '/v1/visit/road-tiles/{zoom}/{x}/{y}' };
const routes = { staff: forStaff, report: forReport, visit: forVisit };

/** How a page's map asks for roads, by who looks at it: staff, or a customer by the scope of his link. */
export const loadRoadsFor =
  (api: Api, who: keyof typeof routes) =>
  (tile: RoadTile): Promise<RoadTileAnswer> =>
    api.call(routes[who], { params: { ...tile } });
