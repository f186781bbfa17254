import { positionFix, type PositionFix } from '../../../shared/model/position-fix.ts';

/** A device's reading in the units of a fix; what is unknown is absent or negative. */
export interface Reading {
  readonly atMs: number | undefined;
  readonly longitude: number | undefined;
  readonly latitude: number | undefined;
  readonly accuracyMetres: number | undefined;
  readonly speedMetresPerSecond?: number | undefined;
  readonly headingDegrees?: number | undefined;
  readonly batteryPercent?: number | undefined;
}

/** What a device that does not say is taken for: too poor for an arrival, good enough for a place on the map. */
const unknownAccuracyMetres = 60;

/** The reading as a fix; nothing where it has no time or place that can be. */
export const fixOfReading = (reading: Reading): PositionFix | undefined => {
  const { atMs, accuracyMetres, speedMetresPerSecond, headingDegrees, batteryPercent } = reading;
  const at = atMs === undefined ? undefined : new Date(atMs);
  if (!at || Number.isNaN(at.getTime())) return undefined;
  const fix = positionFix.safeParse({
    at: at.toISOString(),
    location: [reading.longitude, reading.latitude],
    accuracyMetres: within(accuracyMetres, 0, 100_000) ?? unknownAccuracyMetres,
    ...defined('speedMetresPerSecond', within(speedMetresPerSecond, 0, 120)),
    ...defined('headingDegrees', within(headingDegrees, 0, 360)),
    ...defined('batteryPercent', within(batteryPercent, 0, 100)),
  });
  return fix.success ? fix.data : undefined;
};

const within = (value: number | undefined, least: number, most: number): number | undefined =>
  value !== undefined && value >= least && value <= most ? value : undefined;

const defined = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value });
