/**
 * Unit prices in US dollars, as parameters and not as facts: list prices of us-east-1 as we knew them in 2026, before free tiers,
 * savings plans and support. `--price-<name> <dollars>` sets another.
 */
export const prices = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  tableGigabyteMonth: 0.25,
  recoveryGigabyteMonth: 0.2,
  httpRequest: 1e-6,
  functionCall: 0.2e-6,
  functionGigabyteSecond: 0.0000133334,
  socketMessage: 1e-6,
  socketMinute: 0.25e-6,
  logGigabyte: 0.5,
  email: 0.1e-3,
  /** Of web sign-ins; the first ten thousand people a month cost nothing. */
  signedInPerson: 0,
  keyMonth: 1,
  alarmMonth: 0.1,
  webAclMonth: 5,
  webAclRuleMonth: 1,
  webAclRequest: 0.6e-6,
};
export type Prices = typeof prices;
