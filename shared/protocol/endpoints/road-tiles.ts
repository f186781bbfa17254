import * as z from 'zod/mini';
import { shortText } from '../../model/scalar.ts';
import { customer, endpoint, everyStaff } from '../endpoint.ts';

/** A square of the web map's grid. */
const params = z
  .strictObject({
    zoom: z.coerce.number().check(z.int(), z.minimum(6), z.maximum(14)),
    x: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(16_383)),
    y: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(16_383)),
  })
  .check(z.refine(({ zoom, x, y }) => Math.max(x, y) < 2 ** zoom, { error: 'lies outside of the world', path: ['x'] }));

/** A road over the date line stays in one piece: its longitudes may go beyond 180. */
const point = z.tuple([z.number(), z.number()]);

/** GeoJSON (RFC 7946) with whose data it is beside it; empty where no road network was imported. */
const roadTile = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({ weight: z.enum(['major', 'middle', 'minor']) }),
      geometry: z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(point)) }),
    }),
  ),
  attributions: z.array(shortText),
});
export type RoadTileAnswer = z.infer<typeof roadTile>;

const square = { method: 'GET', entry: 'geography', params, response: roadTile } as const;
const summary = 'Main roads of the company’s road networks in one square, for a map without a service';

export const getRoadTile = endpoint({
  ...square,
  path: '/v1/road-tiles/{zoom}/{x}/{y}',
  summary,
  access: everyStaff,
});

export const getReportRoadTile = endpoint({
  ...square,
  path: '/v1/report/road-tiles/{zoom}/{x}/{y}',
  summary: `${summary}; for a customer who reports something`,
  access: customer('report'),
});

export const getVisitRoadTile = endpoint({
  ...square,
  path: '/v1/visit/road-tiles/{zoom}/{x}/{y}',
  summary: `${summary}; for a customer who follows a visit`,
  access: customer('visit'),
});
