import type { RoadClass } from '../../../../shared/geo/road/build/road-source.ts';
import type { OsmTags } from '../read-osm.ts';
import { accessOf } from './access.ts';
import { directionOf } from './one-way.ts';
import type { Profile, WayUse } from './profile.ts';

/** What tells walking from cycling. */
export interface SlowTraffic {
  readonly name: string;
  readonly accessKeys: readonly string[];
  /** Kilometres an hour by kind of way; what is not named is not taken unless a tag allows it. */
  readonly speeds: Readonly<Record<string, number>>;
  /** Where a tag alone allows it. */
  readonly otherwiseKilometresPerHour: number;
  /** The kinds whose `oneway:` counts; empty where no one-way street binds. */
  readonly oneWayKinds: readonly string[];
  readonly leftHandTraffic: boolean;
}

const classes: Readonly<Record<string, RoadClass>> = {
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  primary_link: 'primary',
  secondary_link: 'secondary',
  tertiary_link: 'tertiary',
  residential: 'street',
  unclassified: 'street',
  living_street: 'street',
  road: 'street',
  service: 'service',
};

export const slowProfile = (traffic: SlowTraffic): Profile => ({
  name: traffic.name,
  restrictionModes: traffic.oneWayKinds.length === 0 ? [] : traffic.oneWayKinds,
  turnCosts: { turnSeconds: 0, bias: 1, uTurnSeconds: 2, signalSeconds: 5, leftHandTraffic: traffic.leftHandTraffic },
  useOf: (tags) => useOf(tags, traffic),
  isBlocked: (tags) => {
    const access = accessOf(tags, traffic.accessKeys);
    return access === undefined ? ['fence', 'wall', 'hedge'].includes(tags.get('barrier') ?? '') : access === 'no';
  },
});

const useOf = (tags: OsmTags, traffic: SlowTraffic): WayUse | undefined => {
  const highway = tags.get('highway') ?? '';
  const access = accessOf(tags, traffic.accessKeys);
  const own = traffic.speeds[highway];
  const isFerry = tags.get('route') === 'ferry';
  if ((highway === '' && !isFerry) || access === 'no' || ['construction', 'proposed'].includes(highway))
    return undefined;
  if (!isFerry && own === undefined && access !== 'yes') return undefined;
  const pace = { metresPerSecond: (own ?? traffic.otherwiseKilometresPerHour) / 3.6, reluctance: 1 };
  const direction = traffic.oneWayKinds.length === 0 ? 'both' : cyclingDirection(tags, traffic);
  return {
    roadClass: isFerry ? 'ferry' : (classes[highway] ?? 'path'),
    forward: direction === 'backward' ? undefined : pace,
    backward: direction === 'forward' ? undefined : pace,
    restricted: access === 'restricted',
  };
};

/** A lane against the traffic opens a one-way street to bicycles (https://wiki.openstreetmap.org/wiki/Key:cycleway). */
const cyclingDirection = (tags: OsmTags, { oneWayKinds }: SlowTraffic) =>
  ['cycleway', 'cycleway:left', 'cycleway:both'].some((key) => tags.get(key)?.startsWith('opposite'))
    ? 'both'
    : directionOf(tags, oneWayKinds);
