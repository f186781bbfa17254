import { fixOfReading } from './fix-of-reading.ts';
import { readOsmand } from './read-osmand.ts';
import { fieldsIn, jsonFields, numberIn, textIn, type TrackerReader } from './tracker-message.ts';

/** Traccar Client from version 9: one location as JSON, -1 for what is unknown (traccar.org/osmand). Older versions send the OsmAnd form. */
export const readTraccar: TrackerReader = (event) => {
  const message = jsonFields(event);
  if (message['location'] === undefined) return readOsmand(event);
  const location = fieldsIn(message['location']);
  const coords = fieldsIn(location['coords']);
  const level = numberIn(fieldsIn(location['battery'])['level']);
  const fix = fixOfReading({
    atMs: Date.parse(textIn(location['timestamp']) ?? ''),
    longitude: numberIn(coords['longitude']),
    latitude: numberIn(coords['latitude']),
    accuracyMetres: numberIn(coords['accuracy']),
    speedMetresPerSecond: numberIn(coords['speed']),
    headingDegrees: numberIn(coords['heading']),
    batteryPercent: level === undefined ? undefined : Math.round(level * 100),
  });
  return { secret: textIn(message['device_id']), fixes: fix ? [fix] : [] };
};
