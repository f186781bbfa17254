import type { Instant } from '../../shared/model/time.ts';

/** Milliseconds since the epoch as an instant of the wire. */
export const instantAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
