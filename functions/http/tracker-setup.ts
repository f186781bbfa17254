import type { TrackerApp } from '../../shared/model/device.ts';

/** Where an app of this kind sends to. */
export const trackerAddress = (app: TrackerApp, origin: string): string => `${origin}/v1/trackers/${app}`;

/** What the QR code says, so that the app sets itself up: seconds and metres between fixes are what a visit needs. */
export const trackerSetup = (app: TrackerApp, origin: string, secret: string): string => {
  const address = trackerAddress(app, origin);
  switch (app) {
    case 'traccar':
      // The app takes server and settings from an address that it scans.
      return `${address}?${new URLSearchParams({ id: secret, ...traccarSettings }).toString()}`;
    case 'osmand':
      // The app fills in latitude, longitude, time, accuracy in metres, altitude, speed in m/s and bearing.
      return `${address}?id=${secret}&lat={0}&lon={1}&timestamp={2}&accuracy={3}&altitude={4}&mps={5}&bearing={6}`;
    case 'owntracks':
      return `owntracks:///config?inline=${base64(JSON.stringify(owntracksConfiguration(address, secret)))}`;
  }
};

const traccarSettings = {
  accuracy: 'high',
  interval: '15',
  distance: '50',
  stop_detection: 'true',
  buffer: 'true',
} as const;

/** Mode 3 is HTTP; monitoring 2 is a fix each time he moves; commands are allowed so that the job sites can be sent. */
const owntracksConfiguration = (address: string, secret: string) => ({
  _type: 'configuration',
  mode: 3,
  monitoring: 2,
  locatorInterval: 15,
  url: address,
  auth: true,
  username: 'fieldline',
  password: secret,
  cmd: true,
  remoteConfiguration: true,
  extendedData: true,
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
