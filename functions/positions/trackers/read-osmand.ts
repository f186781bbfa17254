import { fixOfReading } from './fix-of-reading.ts';
import { formFields, numberIn, textIn, type Fields, type TrackerReader } from './tracker-message.ts';

const metresPerSecondOfKnot = 1852 / 3600;

/** The OsmAnd protocol: query or form. Speed is in knots, as Traccar's apps send it, or in m/s as `mps`, as our own setup has OsmAnd send it. */
export const readOsmand: TrackerReader = (event) => {
  const fields = formFields(event);
  const [latitude, longitude] = placeOf(fields);
  const knots = numberIn(fields['speed']);
  const fix = fixOfReading({
    atMs: timeOf(textIn(fields['timestamp']), event.requestContext.timeEpoch),
    longitude,
    latitude,
    accuracyMetres: numberIn(fields['accuracy']),
    speedMetresPerSecond: numberIn(fields['mps']) ?? (knots === undefined ? undefined : knots * metresPerSecondOfKnot),
    headingDegrees: numberIn(fields['bearing'] ?? fields['heading']),
    batteryPercent: numberIn(fields['batt']),
  });
  return { secret: textIn(fields['id'] ?? fields['deviceid']), fixes: fix ? [fix] : [] };
};

const placeOf = (fields: Fields): readonly [number | undefined, number | undefined] => {
  const [latitude, longitude] = (textIn(fields['location']) ?? '').split(',').map(numberIn);
  return [numberIn(fields['lat']) ?? latitude, numberIn(fields['lon']) ?? longitude];
};

/** Seconds, milliseconds or a date; an app that tells none means now. */
const timeOf = (text: string | undefined, receivedMs: number): number => {
  const number = numberIn(text);
  if (text === undefined) return receivedMs;
  if (number === undefined) return Date.parse(text.replace(/^(\S+) (\S+)$/, '$1T$2Z'));
  return number < 1e11 ? number * 1000 : number;
};
