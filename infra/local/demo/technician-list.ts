import type { TerritoryKey } from './territory-areas.ts';
import type { SkillKey } from './work-type-list.ts';

export type ShiftKey = 'early' | 'day' | 'late' | 'week-end';

export interface TechnicianLine {
  readonly name: string;
  readonly home: TerritoryKey;
  readonly also?: TerritoryKey;
  readonly shift: ShiftKey;
  readonly skills: readonly (readonly [SkillKey, 1 | 2 | 3])[];
  readonly contractor?: true;
  readonly chinese?: true;
  /** A skill whose certificate has run out. */
  readonly expired?: SkillKey;
}

/** Who works for the demonstration company; first names are unique because accounts are named after them. */
export const technicianList: readonly TechnicianLine[] = [
  {
    name: 'Ana Ribeiro',
    home: 'north',
    shift: 'day',
    skills: [
      ['heating', 3],
      ['plumbing', 2],
      ['appliance', 1],
    ],
  },
  {
    name: 'Ben Carter',
    home: 'north',
    also: 'east',
    shift: 'day',
    skills: [
      ['electrical', 3],
      ['lifts', 2],
    ],
  },
  {
    name: 'Carl Jensen',
    home: 'north',
    shift: 'early',
    skills: [
      ['plumbing', 2],
      ['appliance', 2],
    ],
  },
  {
    name: 'Dana Whitfield',
    home: 'north',
    also: 'west',
    shift: 'late',
    skills: [
      ['lifts', 3],
      ['electrical', 2],
    ],
  },
  {
    name: 'Eli Navarro',
    home: 'north',
    shift: 'early',
    skills: [
      ['roads', 2],
      ['sanitation', 2],
      ['trees', 1],
    ],
  },
  {
    name: 'Fay Tran',
    home: 'north',
    shift: 'day',
    skills: [
      ['street-lighting', 2],
      ['electrical', 1],
    ],
  },
  {
    name: 'Gus Okafor',
    home: 'west',
    shift: 'day',
    skills: [
      ['heating', 2],
      ['plumbing', 1],
    ],
  },
  {
    name: 'Hua Li',
    home: 'west',
    also: 'north',
    shift: 'early',
    skills: [
      ['lifts', 3],
      ['electrical', 2],
    ],
    chinese: true,
  },
  {
    name: 'Iris Malone',
    home: 'west',
    shift: 'day',
    skills: [
      ['plumbing', 3],
      ['heating', 1],
      ['appliance', 2],
    ],
  },
  {
    name: 'Jack Sorensen',
    home: 'west',
    shift: 'early',
    skills: [
      ['roads', 3],
      ['trees', 2],
    ],
  },
  {
    name: 'Kim Delgado',
    home: 'west',
    shift: 'day',
    skills: [
      ['street-lighting', 3],
      ['electrical', 2],
    ],
    contractor: true,
  },
  {
    name: 'Leo Fontaine',
    home: 'west',
    also: 'south',
    shift: 'late',
    skills: [
      ['inspection', 3],
      ['sanitation', 2],
    ],
  },
  {
    name: 'Mia Kowalski',
    home: 'west',
    shift: 'early',
    skills: [
      ['sanitation', 3],
      ['roads', 1],
    ],
  },
  {
    name: 'Ned Abara',
    home: 'east',
    shift: 'day',
    skills: [
      ['heating', 3],
      ['plumbing', 2],
    ],
  },
  {
    name: 'Olga Petrova',
    home: 'east',
    shift: 'day',
    skills: [
      ['electrical', 3],
      ['lifts', 2],
      ['appliance', 1],
    ],
  },
  {
    name: 'Pete Quinlan',
    home: 'east',
    shift: 'early',
    skills: [
      ['roads', 2],
      ['trees', 3],
    ],
  },
  {
    name: 'Rosa Medina',
    home: 'east',
    also: 'south',
    shift: 'early',
    skills: [
      ['sanitation', 2],
      ['roads', 1],
    ],
  },
  {
    name: 'Sam Hollis',
    home: 'east',
    shift: 'day',
    skills: [
      ['street-lighting', 2],
      ['electrical', 1],
    ],
    expired: 'electrical',
  },
  {
    name: 'Tess Byrne',
    home: 'east',
    shift: 'late',
    skills: [
      ['plumbing', 2],
      ['appliance', 2],
      ['heating', 1],
    ],
  },
  { name: 'Uri Stein', home: 'east', also: 'north', shift: 'day', skills: [['inspection', 2]] },
  {
    name: 'Vera Lindqvist',
    home: 'south',
    shift: 'day',
    skills: [
      ['heating', 2],
      ['plumbing', 2],
    ],
  },
  {
    name: 'Wes Garland',
    home: 'south',
    also: 'west',
    shift: 'early',
    skills: [
      ['trees', 3],
      ['roads', 2],
    ],
  },
  {
    name: 'Xin Zhao',
    home: 'south',
    shift: 'day',
    skills: [
      ['electrical', 2],
      ['appliance', 2],
      ['street-lighting', 2],
    ],
    chinese: true,
  },
  {
    name: 'Yara Haddad',
    home: 'south',
    shift: 'late',
    skills: [
      ['plumbing', 2],
      ['lifts', 2],
    ],
    contractor: true,
  },
  {
    name: 'Zoe Marchetti',
    home: 'south',
    also: 'east',
    shift: 'week-end',
    skills: [
      ['sanitation', 2],
      ['roads', 2],
      ['heating', 2],
    ],
  },
];

/** Wall-clock working hours in the territory's zone; weekdays by ISO number. */
export const shiftHours: Readonly<Record<ShiftKey, readonly { weekdays: number[]; from: string; to: string }[]>> = {
  early: [{ weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '15:30' }],
  day: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  late: [
    { weekdays: [1, 2, 3, 4], from: '09:30', to: '18:30' },
    { weekdays: [6], from: '09:00', to: '15:00' },
  ],
  'week-end': [
    { weekdays: [1, 4, 5], from: '08:00', to: '17:00' },
    { weekdays: [6, 7], from: '08:00', to: '16:00' },
  ],
};
