/** The names of environment variables, declared once for who sets them (infra) and who reads them (functions). */
export const environmentNames = {
  tableName: 'TABLE_NAME',
  photoBucket: 'PHOTO_BUCKET',
  /** Where imported road networks lie. */
  roadBucket: 'ROAD_BUCKET',
  /** The road network of territories that name none, or `none`. */
  roadNetwork: 'ROAD_NETWORK',
  /** A routing service to ask instead of own roads: `osrm URL`, `valhalla URL`, `amazon-location REGION`, or `none`. */
  routingService: 'ROUTING_SERVICE',
  /** Asked for addresses that are in no list of ours: `nominatim URL`, `amazon-location REGION`, or `none`. */
  geocoder: 'GEOCODER',
  planQueueUrl: 'PLAN_QUEUE_URL',
  /** Where the gateway's sockets are posted to; consoles open them at the same address with wss. */
  liveEndpoint: 'LIVE_ENDPOINT',
  /** Where consoles and pages are served from; links in messages begin with it, sockets must come from it. */
  webOrigin: 'WEB_ORIGIN',
  tokenIssuer: 'TOKEN_ISSUER',
  tokenAudience: 'TOKEN_AUDIENCE',
  /** The e-mail address that messages come from. */
  mailFrom: 'MAIL_FROM',
  /** The id of the phone number that SMS come from, or `none`. */
  smsFrom: 'SMS_FROM',
  /** What the edge says to the API with each request, so that nobody comes past the firewall. */
  edgeSecret: 'EDGE_SECRET',
  /** What coverage decisions are signed with. */
  coverageKey: 'COVERAGE_KEY',
} as const;
export type EnvironmentName = (typeof environmentNames)[keyof typeof environmentNames];
