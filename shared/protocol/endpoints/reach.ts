import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { position } from '../../model/place.ts';
import { instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

/** GeoJSON MultiPolygon, RFC 7946 section 3.1.7; unlike a territory's it may be empty, or of many parts. */
const anyMultiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
});

/** Where a set of technicians is within a promised time if they leave now. */
export const getReach = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/reach',
  entry: 'geography',
  summary:
    'Where in a territory the technicians of a skill, with a part, can be within a time if they leave now; and where nobody can',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params: z.strictObject({ territoryId: idOf('territory') }),
  query: z.strictObject({
    /** The promise, 60 minutes when left out. */
    seconds: z.optional(z.coerce.number().check(z.int(), z.minimum(60), z.maximum(14_400))),
    skillId: z.optional(idOf('skill')),
    /** The least level of the skill. */
    level: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5))),
    /** Carried on the van, at least one. */
    partId: z.optional(idOf('part')),
    /** Comma-separated; everyone on shift in the territory when left out. */
    technicianIds: z.optional(z.string().check(z.maxLength(4_000))),
  }),
  response: z.strictObject({
    territoryId: idOf('territory'),
    seconds: z.int(),
    at: instant,
    /** An estimate is shown as one. */
    travelSource: z.enum(['estimate', 'road-network', 'routing-service']),
    /** Who was counted: on shift, skilled, with the part; and where he was taken to be. */
    technicians: z.array(
      z.strictObject({
        technicianId: idOf('technician'),
        location: position,
        from: z.enum(['position', 'start-place']),
      }),
    ),
    reached: anyMultiPolygon,
    /** The rest of the territory: here the promise cannot be kept now. */
    notReached: anyMultiPolygon,
    figures: z.strictObject({
      areaSquareMetres: z.number(),
      /** 0 to 1 of the territory's area. */
      notReachedShare: z.number(),
      /** Places of open and planned work in the territory, and how many of them nobody reaches in time. */
      places: z.int(),
      placesNotReached: z.int(),
    }),
  }),
});
