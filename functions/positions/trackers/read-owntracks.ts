import { fixOfReading } from './fix-of-reading.ts';
import { jsonFields, numberIn, textIn, type TrackerReader } from './tracker-message.ts';

/** OwnTracks in HTTP mode: the password of Basic authentication is the secret. Places come as `location`, and as `transition` where he entered or left a job site. */
export const readOwntracks: TrackerReader = (event) => {
  const message = jsonFields(event);
  const kilometresPerHour = numberIn(message['vel']);
  const seconds = numberIn(message['tst']);
  const fix = ['location', 'transition'].includes(textIn(message['_type']) ?? '')
    ? fixOfReading({
        atMs: seconds === undefined ? undefined : seconds * 1000,
        longitude: numberIn(message['lon']),
        latitude: numberIn(message['lat']),
        accuracyMetres: numberIn(message['acc']),
        speedMetresPerSecond: kilometresPerHour === undefined ? undefined : kilometresPerHour / 3.6,
        headingDegrees: numberIn(message['cog']),
        batteryPercent: numberIn(message['batt']),
      })
    : undefined;
  return { secret: passwordOf(event.headers['authorization']), fixes: fix ? [fix] : [] };
};

const passwordOf = (authorization: string | undefined): string | undefined => {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return textIn(password.join(':'));
};
