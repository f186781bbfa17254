import * as z from 'zod/mini';
import { shortText } from './scalar.ts';

/** [longitude, latitude] in WGS 84 degrees. [0, 0] is refused: it is what a broken device sends. */
export const position = z
  .tuple([
    z
      .number()
      .check(
        z.minimum(-180, 'longitude lies between -180 and 180'),
        z.maximum(180, 'longitude lies between -180 and 180'),
      ),
    z
      .number()
      .check(z.minimum(-90, 'latitude lies between -90 and 90'), z.maximum(90, 'latitude lies between -90 and 90')),
  ])
  .check(z.refine(([longitude, latitude]) => longitude !== 0 || latitude !== 0, 'this is no real place'));
export type Position = z.infer<typeof position>;

/** Where something is: the point decides, the text is kept as it was given. */
export const place = z.strictObject({ location: position, addressText: shortText });
export type Place = z.infer<typeof place>;

const linearRing = z.array(position).check(
  z.minLength(4),
  z.maxLength(2000),
  z.refine((ring) => {
    const [first, last] = [ring[0], ring[ring.length - 1]];
    return first?.[0] === last?.[0] && first?.[1] === last?.[1];
  }, 'a ring ends where it begins (RFC 7946 section 3.1.6)'),
);

/** GeoJSON Polygon, RFC 7946 section 3.1.6. */
export const polygon = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(linearRing).check(z.minLength(1), z.maxLength(50)),
});
export type Polygon = z.infer<typeof polygon>;

/** GeoJSON MultiPolygon, RFC 7946 section 3.1.7: islands, enclaves, and what is cut at the date line (section 3.1.9). */
export const multiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(polygon.shape.coordinates).check(z.minLength(1), z.maxLength(50)),
});
export type MultiPolygon = z.infer<typeof multiPolygon>;

/** A piece of the earth's surface, in one part or several. */
export const area = z.discriminatedUnion('type', [polygon, multiPolygon]);
export type Area = z.infer<typeof area>;
