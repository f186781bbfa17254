const kilometresPerMile = 1.609344;

/** Kilometres an hour that a `maxspeed` value says (https://wiki.openstreetmap.org/wiki/Key:maxspeed); undefined where it says no number. */
export const speedLimitOf = (value = ''): number | undefined => {
  const [amount = '', unit = 'km/h'] = value.trim().replace(/mph$/, ' mph').split(/\s+/);
  if (amount !== '' && Number.isFinite(Number(amount))) return Number(amount) * (perUnit[unit] ?? 1);
  return zoneLimits[amount.slice(amount.indexOf(':') + 1)];
};

const perUnit: Readonly<Record<string, number>> = { mph: kilometresPerMile, knots: 1.852 };

/** Where only a kind of road is named: what most countries of Europe have. */
const zoneLimits: Readonly<Record<string, number>> = {
  walk: 10,
  living_street: 10,
  urban: 50,
  rural: 90,
  trunk: 110,
  motorway: 130,
};
