/**
 * Unit prices in US dollars, as parameters and not as facts: list prices of us-east-1 as we knew them in 2026, before free tiers,
 * savings plans and support; `--free tiers` takes off what AWS gives every account every month for ever. `--price-<name> <dollars>`
 * sets another.
 */
export const prices = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  tableGigabyteMonth: 0.25,
  recoveryGigabyteMonth: 0.2,
  httpRequest: 1e-6,
  /** CloudFront, HTTPS. */
  edgeRequest: 1e-6,
  edgeGigabyteOut: 0.085,
  functionCall: 0.2e-6,
  functionGigabyteSecond: 0.0000133334,
  socketMessage: 1e-6,
  socketMinute: 0.25e-6,
  queueRequest: 0.4e-6,
  logGigabyte: 0.5,
  logGigabyteMonth: 0.03,
  email: 0.1e-3,
  /** Of web sign-ins; the first ten thousand people a month cost nothing. */
  signedInPerson: 0,
  keyMonth: 1,
  alarmMonth: 0.1,
  dashboardMonth: 3,
  metricMonth: 0.3,
  zoneMonth: 0.5,
  secretMonth: 0.4,
  webAclMonth: 5,
  webAclRuleMonth: 1,
  webAclRequest: 0.6e-6,
};
export type Prices = typeof prices;

/** What every account has free every month, beyond the first year; another workload of the same account may use it up. */
export const alwaysFree = {
  tableGigabytes: 25,
  edgeRequests: 10e6,
  edgeGigabytesOut: 1024,
  functionCalls: 1e6,
  functionGigabyteSeconds: 400_000,
  queueRequests: 1e6,
  logGigabytes: 5,
  alarms: 10,
  dashboards: 3,
};
export type Free = typeof alwaysFree;
export const nothingFree: Free = {
  tableGigabytes: 0,
  edgeRequests: 0,
  edgeGigabytesOut: 0,
  functionCalls: 0,
  functionGigabyteSeconds: 0,
  queueRequests: 0,
  logGigabytes: 0,
  alarms: 0,
  dashboards: 0,
};
