import * as z from 'zod/mini';

/** ISO 8601 instant in UTC with seconds or milliseconds, e.g. 2026-05-12T13:30:00.000Z. */
export const instant = z.iso.datetime({ error: 'expected an instant in UTC such as 2026-05-12T13:30:00.000Z' });
export type Instant = z.infer<typeof instant>;

/** A calendar day YYYY-MM-DD, read in the territory's time zone. */
export const day = z.iso.date({ error: 'expected a day as YYYY-MM-DD' });
export type Day = z.infer<typeof day>;

/** A wall-clock time HH:mm in the territory's time zone; 24:00 ends a day. */
export const timeOfDay = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a time as HH:mm'));

const knownZones = new Set<string>([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** An IANA time zone name. */
export const timeZone = z.string().check(z.refine((name) => knownZones.has(name), 'expected an IANA time zone'));

export const durationSeconds = z.int().check(z.minimum(0), z.maximum(7 * 86_400));

/** A span of instants; `to` lies after `from`. */
export const instantSpan = z.strictObject({ from: instant, to: instant }).check(
  z.refine((span) => Date.parse(span.to) > Date.parse(span.from), {
    error: 'must end after it begins',
    path: ['to'],
  }),
);
export type InstantSpan = z.infer<typeof instantSpan>;

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export const weekday = z.int().check(z.minimum(1), z.maximum(7));
