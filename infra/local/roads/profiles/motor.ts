import type { Pace, RoadClass } from '../../../../shared/geo/road/build/road-source.ts';
import type { OsmTags } from '../read-osm.ts';
import { accessOf, type Access } from './access.ts';
import { directionOf } from './one-way.ts';
import type { Profile, WayUse } from './profile.ts';
import { speedLimitOf } from './speed-limit.ts';

/** What tells one kind of motor vehicle from another. */
export interface MotorVehicle {
  readonly name: string;
  /** Most special first. */
  readonly accessKeys: readonly string[];
  readonly restrictionModes: readonly string[];
  readonly mostKilometresPerHour: number;
  readonly heightMetres: number;
  readonly weightTonnes: number;
  readonly leftHandTraffic: boolean;
}

/** Kilometres an hour in practice by kind of road, chosen near OSRM's car profile, which is what people compare with. */
const roads: Readonly<Record<string, readonly [RoadClass, number]>> = {
  motorway: ['motorway', 90],
  motorway_link: ['motorway', 45],
  trunk: ['trunk', 85],
  trunk_link: ['trunk', 40],
  primary: ['primary', 65],
  primary_link: ['primary', 30],
  secondary: ['secondary', 55],
  secondary_link: ['secondary', 25],
  tertiary: ['tertiary', 40],
  tertiary_link: ['tertiary', 20],
  unclassified: ['street', 25],
  residential: ['street', 25],
  road: ['street', 25],
  living_street: ['street', 10],
  service: ['service', 15],
};

/** One drives so much of what the sign allows. */
const shareOfLimit = 0.8;
/** Where only an access tag opens a way (a track with motor_vehicle=yes). */
const otherwiseKilometresPerHour = 10;
const ferryKilometresPerHour = 5;

/** Kilometres an hour at most on what the road is made of. */
const surfaces: Readonly<Record<string, number>> = {
  cement: 80,
  compacted: 80,
  fine_gravel: 80,
  paving_stones: 60,
  metal: 60,
  bricks: 60,
  grass: 40,
  wood: 40,
  sett: 40,
  grass_paver: 40,
  gravel: 40,
  unpaved: 40,
  ground: 40,
  dirt: 40,
  pebblestone: 40,
  tartan: 40,
  cobblestone: 30,
  'cobblestone:flattened': 40,
  clay: 30,
  earth: 20,
  stone: 20,
  rocky: 20,
  sand: 20,
  mud: 10,
};
const trackTypes: Readonly<Record<string, number>> = { grade1: 60, grade2: 40, grade3: 30, grade4: 25, grade5: 20 };
const smoothnesses: Readonly<Record<string, number>> = {
  intermediate: 80,
  bad: 40,
  very_bad: 20,
  horrible: 10,
  very_horrible: 5,
  impassable: 0,
};

/** Service roads that one takes to get somewhere, not through. */
const innerServices = new Set(['alley', 'parking', 'parking_aisle', 'driveway', 'drive-through', 'drive-thru']);
const openBarriers = new Set([
  'cattle_grid',
  'border_control',
  'toll_booth',
  'sally_port',
  'gate',
  'lift_gate',
  'swing_gate',
  'no',
  'entrance',
  'height_restrictor',
  'arch',
  'kerb',
  'speed_camera',
  'bump_gate',
]);

export const motorProfile = (vehicle: MotorVehicle): Profile => ({
  name: vehicle.name,
  restrictionModes: vehicle.restrictionModes,
  turnCosts: {
    turnSeconds: 7.5,
    bias: 1.075,
    uTurnSeconds: 20,
    signalSeconds: 2,
    leftHandTraffic: vehicle.leftHandTraffic,
  },
  useOf: (tags) => useOf(tags, vehicle),
  isBlocked: (tags) => isBlocked(tags, vehicle),
});

const useOf = (tags: OsmTags, vehicle: MotorVehicle): WayUse | undefined => {
  if (tags.get('route') === 'ferry') return ferryUse(tags, vehicle);
  const highway = tags.get('highway') ?? '';
  if (highway === '' || tags.get('area') === 'yes' || tags.get('impassable') === 'yes') return undefined;
  if (['construction', 'proposed', 'steps', 'corridor', 'raceway'].includes(highway)) return undefined;
  const access = accessOf(tags, vehicle.accessKeys);
  const road = roads[highway] ?? (access === 'yes' ? (['service', otherwiseKilometresPerHour] as const) : undefined);
  if (!road || access === 'no' || isTooSmall(tags, vehicle)) return undefined;
  const [roadClass, usual] = road;
  const direction = directionOf(tags, vehicle.accessKeys);
  const paceOf = (side: 'forward' | 'backward', from: number): Pace | undefined => {
    const own: Access = accessOf(tags, vehicle.accessKeys, `:${side}`);
    if (own === 'no' || (direction !== 'both' && direction !== side)) return undefined;
    return pace(
      tags,
      vehicle,
      speedLimitOf(tags.get(`maxspeed:${side}`)) ?? speedLimitOf(tags.get('maxspeed')),
      from,
      direction === 'both',
    );
  };
  const [forward, backward] = [paceOf('forward', usual), paceOf('backward', usual)];
  return forward || backward ? { roadClass, forward, backward, restricted: access === 'restricted' } : undefined;
};

const pace = (
  tags: OsmTags,
  vehicle: MotorVehicle,
  limit: number | undefined,
  usual: number,
  twoWay: boolean,
): Pace | undefined => {
  const wished = limit === undefined || limit === 0 ? usual : limit * shareOfLimit;
  const most = Math.min(
    vehicle.mostKilometresPerHour,
    surfaces[tags.get('surface') ?? ''] ?? Infinity,
    trackTypes[tags.get('tracktype') ?? ''] ?? Infinity,
    smoothnesses[tags.get('smoothness') ?? ''] ?? Infinity,
  );
  const kilometresPerHour = Math.min(wished, most);
  return kilometresPerHour > 0
    ? { metresPerSecond: kilometresPerHour / 3.6, reluctance: reluctanceOf(tags, twoWay) }
    : undefined;
};

/** Narrow roads and inner service roads count double: one meets others there, or has no business. */
const reluctanceOf = (tags: OsmTags, twoWay: boolean): number => {
  const inner = innerServices.has(tags.get('service') ?? '');
  const narrow = Number(tags.get('width') ?? NaN) <= 3 || (twoWay && Number(tags.get('lanes') ?? NaN) <= 1);
  if (tags.get('oneway') === 'alternating') return 2.5;
  return inner || narrow ? 2 : 1;
};

const isTooSmall = (tags: OsmTags, vehicle: MotorVehicle): boolean =>
  Number.parseFloat(tags.get('maxheight') ?? '') < vehicle.heightMetres ||
  Number.parseFloat(tags.get('maxweight') ?? '') < vehicle.weightTonnes;

const ferryUse = (tags: OsmTags, vehicle: MotorVehicle): WayUse | undefined => {
  if (accessOf(tags, vehicle.accessKeys.slice(0, -1)) !== 'yes') return undefined;
  const way = { metresPerSecond: ferryKilometresPerHour / 3.6, reluctance: 1 };
  const [, hours, minutes] = /^(\d+):(\d\d)(?::\d\d)?$/.exec(tags.get('duration') ?? '') ?? [];
  const direction = directionOf(tags, []);
  return {
    roadClass: 'ferry',
    forward: direction === 'backward' ? undefined : way,
    backward: direction === 'forward' ? undefined : way,
    restricted: false,
    ...(hours !== undefined && { wholeSeconds: Number(hours) * 3600 + Number(minutes) * 60 }),
  };
};

const isBlocked = (tags: OsmTags, vehicle: MotorVehicle): boolean => {
  const access = accessOf(tags, vehicle.accessKeys);
  if (access !== undefined) return access === 'no';
  const barrier = tags.get('barrier');
  if (barrier === undefined || openBarriers.has(barrier)) return false;
  return !(barrier === 'bollard' && tags.get('bollard') === 'rising');
};
