import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { travelSource } from '../../model/travel-pace.ts';
import { position } from '../../model/place.ts';
import { wholeNumber } from '../../model/scalar.ts';
import { day, instant } from '../../model/time.ts';
import { endpoint, staff } from '../endpoint.ts';

const ways = z.strictObject({
  travelSource,
  /** Row by row in the order of the places: from i to j stands at i * number of places + j. */
  seconds: z.array(wholeNumber),
  metres: z.array(wholeNumber),
});

/** Of one technician's day and what is carried over it. */
export const mostTravelPlaces = 40;

export const getTravelTimes = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/travel-times',
  entry: 'dispatch',
  summary: `Ways between up to ${mostTravelPlaces} places of a territory, all to all, as plans and candidates reckon them, and whence the times come`,
  access: staff('dispatcher', 'manager', 'administrator'),
  params: z.strictObject({ territoryId: idOf('territory') }),
  query: z.strictObject({
    /** Longitude and latitude by a comma, places by semicolons. */
    places: z
      .string()
      .check(
        z.regex(
          new RegExp(
            `^-?\\d{1,3}(\\.\\d{1,9})?,-?\\d{1,2}(\\.\\d{1,9})?(;-?\\d{1,3}(\\.\\d{1,9})?,-?\\d{1,2}(\\.\\d{1,9})?){1,${mostTravelPlaces - 1}}$`,
          ),
          `expected 2 to ${mostTravelPlaces} places as -71.06,42.36;-71.10,42.40`,
        ),
      ),
    /** When somebody would leave; now when left out. */
    departAt: z.optional(instant),
  }),
  response: ways,
});

/** As many as keep the answer below the 6 MB of a Lambda, and as one question to a routing service may have. */
export const mostMatrixPlaces = 500;

export const askTravelMatrix = endpoint({
  method: 'POST',
  path: '/v1/territories/{territoryId}/travel-matrix',
  entry: 'dispatch',
  summary: `Ways between up to ${mostMatrixPlaces} places of a territory, all to all, as the plan of a day reckons them, and whence the times come; nothing is kept`,
  access: staff('dispatcher', 'manager', 'administrator'),
  params: z.strictObject({ territoryId: idOf('territory') }),
  body: z.strictObject({
    day,
    places: z.array(position).check(z.minLength(2), z.maxLength(mostMatrixPlaces)),
  }),
  response: ways,
});
