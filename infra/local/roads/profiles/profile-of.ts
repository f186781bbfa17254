import { motorProfile } from './motor.ts';
import type { Profile, ProfileName } from './profile.ts';
import { slowProfile } from './slow.ts';

/** The profile of a name, for countries that drive on the right or on the left. */
export const profileOf = (name: ProfileName, leftHandTraffic: boolean): Profile => profiles[name](leftHandTraffic);

export const profileNames: readonly ProfileName[] = ['car', 'van', 'bicycle', 'foot'];

const motorKeys = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];

const profiles: Readonly<Record<ProfileName, (leftHandTraffic: boolean) => Profile>> = {
  car: (leftHandTraffic) =>
    motorProfile({
      name: 'car',
      accessKeys: motorKeys,
      restrictionModes: ['motorcar', 'motor_vehicle', 'vehicle'],
      mostKilometresPerHour: 140,
      heightMetres: 1.6,
      weightTonnes: 1.5,
      leftHandTraffic,
    }),
  /** Up to 3.5 t and 2.7 m high. */
  van: (leftHandTraffic) =>
    motorProfile({
      name: 'van',
      accessKeys: ['goods', ...motorKeys],
      restrictionModes: ['goods', 'motorcar', 'motor_vehicle', 'vehicle'],
      mostKilometresPerHour: 100,
      heightMetres: 2.7,
      weightTonnes: 3.5,
      leftHandTraffic,
    }),
  bicycle: (leftHandTraffic) =>
    slowProfile({
      name: 'bicycle',
      accessKeys: ['bicycle', 'vehicle', 'access'],
      speeds: {
        cycleway: 16,
        primary: 15,
        primary_link: 15,
        secondary: 15,
        secondary_link: 15,
        tertiary: 15,
        tertiary_link: 15,
        residential: 15,
        unclassified: 15,
        road: 15,
        living_street: 14,
        service: 14,
        track: 12,
        path: 11,
        footway: 5,
        pedestrian: 5,
        bridleway: 8,
        steps: 2,
      },
      otherwiseKilometresPerHour: 12,
      oneWayKinds: ['bicycle'],
      leftHandTraffic,
    }),
  foot: (leftHandTraffic) =>
    slowProfile({
      name: 'foot',
      accessKeys: ['foot', 'access'],
      speeds: Object.fromEntries(
        [
          'primary',
          'primary_link',
          'secondary',
          'secondary_link',
          'tertiary',
          'tertiary_link',
          'residential',
          'road',
          'unclassified',
          'living_street',
          'service',
          'track',
          'path',
          'footway',
          'pedestrian',
          'steps',
          'cycleway',
          'bridleway',
        ].map((highway) => [highway, highway === 'steps' ? 2.5 : 5]),
      ),
      otherwiseKilometresPerHour: 5,
      oneWayKinds: [],
      leftHandTraffic,
    }),
};
