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

const travelSource = z.enum(['estimate', 'road-network', 'routing-service']);

const who = {
  skillId: z.optional(idOf('skill')),
  /** The least level of the skill. */
  level: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5))),
  /** Carried on the van, at least one. */
  partId: z.optional(idOf('part')),
};

const whereabouts = {
  technicianId: idOf('technician'),
  location: position,
  /** His newest position where it is fresh, else where his day begins. */
  from: z.enum(['position', 'start-place']),
};

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
    ...who,
    /** Comma-separated; everyone on shift in the territory when left out. */
    technicianIds: z.optional(z.string().check(z.maxLength(4_000))),
  }),
  response: z.strictObject({
    territoryId: idOf('territory'),
    seconds: z.int(),
    at: instant,
    /** An estimate is shown as one. */
    travelSource,
    /** Who was counted: on shift, skilled, with the part; and where he was taken to be. */
    technicians: z.array(z.strictObject(whereabouts)),
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

/** Who of a territory is soonest at a place. */
export const getNearestTechnicians = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/technicians/nearest',
  entry: 'geography',
  summary: 'The technicians on shift, with a skill or a part, who would be soonest at a place if they left now',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params: z.strictObject({ territoryId: idOf('territory') }),
  query: z.strictObject({
    longitude: z.coerce.number().check(z.minimum(-180), z.maximum(180)),
    latitude: z.coerce.number().check(z.minimum(-90), z.maximum(90)),
    limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(20))),
    ...who,
  }),
  response: z.strictObject({
    at: instant,
    travelSource,
    /** Soonest first. */
    technicians: z.array(
      z.strictObject({
        ...whereabouts,
        seenAt: z.optional(instant),
        seconds: z.int(),
        metres: z.number(),
      }),
    ),
  }),
});
