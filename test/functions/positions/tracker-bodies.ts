/** Requests as the apps' own documents give them (traccar.org/osmand, owntracks.org/booklet/tech/json and /http). */

/** Traccar Client 9: one location a request, -1 for what the phone does not know. */
export const traccarJson = (deviceId: string, changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    location: {
      timestamp: '2026-05-12T14:20:00.000Z',
      coords: {
        latitude: 42.3601,
        longitude: -71.0589,
        accuracy: 4.8,
        speed: 8.25,
        heading: 123.4,
        altitude: 12.3,
        ...changes,
      },
      is_moving: true,
      odometer: 10_412.7,
      event: 'motionchange',
      battery: { level: 0.87, is_charging: false },
      activity: { type: 'in_vehicle' },
      extras: {},
      _: '&id=26112611&lat=42.3601&lon=-71.0589&timestamp=2026-05-12T14:20:00.000Z&',
    },
    device_id: deviceId,
  });

/** Traccar Client before 9, and other apps of the protocol: speed in knots. */
export const osmandForm = (id: string, changes: Record<string, string> = {}) =>
  new URLSearchParams({
    id,
    timestamp: '1778595600',
    lat: '42.3601',
    lon: '-71.0589',
    speed: '16.0367',
    bearing: '123.4',
    altitude: '12.3',
    accuracy: '4.8',
    batt: '87.0',
    ...changes,
  }).toString();

/** OsmAnd itself, by the address of our setup: time in milliseconds, speed in metres a second. */
export const osmandQuery = (id: string) =>
  `id=${id}&lat=42.3601&lon=-71.0589&timestamp=1778595600000&accuracy=4.8&altitude=12.3&mps=8.25&bearing=123.4`;

export const owntracksLocation = {
  _type: 'location',
  BSSID: 'aa:bb:cc:dd:ee:ff',
  SSID: 'depot',
  acc: 5,
  alt: 12,
  batt: 87,
  bs: 1,
  cog: 123,
  conn: 'm',
  created_at: 1_778_595_601,
  lat: 42.3601,
  lon: -71.0589,
  m: 2,
  t: 'u',
  tid: 'ra',
  topic: 'owntracks/fieldline/phone',
  tst: 1_778_595_600,
  vac: 3,
  vel: 30,
};

export const owntracksTransition = {
  _type: 'transition',
  acc: 12,
  desc: 'WO-7K3F9QZM No hot water',
  event: 'enter',
  lat: 42.3601,
  lon: -71.0589,
  t: 'c',
  tid: 'ra',
  tst: 1_778_595_600,
  wtst: 1_778_583_600,
};

/** What the app also sends and what is nothing to us. */
export const owntracksOthers: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a status', JSON.stringify({ _type: 'status', iOS: { version: '18.0' } })],
  ['a waypoint', JSON.stringify({ _type: 'waypoint', desc: 'Depot', lat: 42.36, lon: -71.05, rad: 100, tst: 1 })],
  ['all waypoints', JSON.stringify({ _type: 'waypoints', waypoints: [] })],
  ['a card', JSON.stringify({ _type: 'card', name: 'Rosa', tid: 'ra' })],
  ['its last will', JSON.stringify({ _type: 'lwt', tst: 1_778_595_600 })],
  ['an encrypted message', JSON.stringify({ _type: 'encrypted', data: 'x' })],
  ['a kind of next year', JSON.stringify({ _type: 'telepathy' })],
  ['a location without a place', JSON.stringify({ _type: 'location', tst: 1_778_595_600 })],
  ['a location of nowhere', JSON.stringify({ ...owntracksLocation, lat: 0, lon: 0 })],
  ['a location of next century', JSON.stringify({ ...owntracksLocation, tst: 4_900_000_000 })],
  ['half a message', '{"_type":"loc'],
  ['a list', '[1,2]'],
];
