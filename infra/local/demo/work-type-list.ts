import type { Priority } from '../../../shared/model/priority.ts';
import type { PartKey } from './parts-list.ts';

export const skillNames = {
  heating: 'Heating',
  plumbing: 'Plumbing',
  electrical: 'Electrical',
  lifts: 'Lifts',
  appliance: 'Appliances',
  'street-lighting': 'Street lighting',
  roads: 'Roads',
  trees: 'Trees',
  sanitation: 'Sanitation',
  inspection: 'Inspection',
} as const;
export type SkillKey = keyof typeof skillNames;

/** One checklist step: label, then `!` where an answer is required, then the unit where it is a number. */
type Step = readonly [label: string, answer: 'check' | 'number' | 'text', required: boolean, unit?: string];

export interface WorkTypeLine {
  readonly name: string;
  /** The machines that it repairs; a customer who names such a machine gets this work. */
  readonly assetClasses: readonly string[];
  /** The machine that it looks after, where it is not asked for by its machine. */
  readonly careOf?: string;
  readonly minutes: number;
  /** So many technicians must come together; absent: one. */
  readonly crew?: 2 | 3 | 4;
  readonly priority: Priority;
  readonly skill: readonly [SkillKey, level: 1 | 2 | 3];
  /** Always needed: without it on the van the appointment is not offered. */
  readonly part?: PartKey;
  /** What may be used on such an appointment. */
  readonly uses: readonly PartKey[];
  readonly steps: readonly Step[];
  /** Hours within which it must be done: emergency, high, normal, low. */
  readonly promiseHours: readonly [number, number, number, number];
  readonly offered: boolean;
  /** What people say when they ask for it. */
  readonly subjects: readonly string[];
}

const arrive: Step = ['Area made safe', 'check', true];
const tidy: Step = ['Place left clean', 'check', false];

/** What the demonstration company does, by a short name for the code. */
export const workTypeList = {
  'boiler-repair': {
    name: 'Boiler repair',
    assetClasses: ['boiler'],
    minutes: 90,
    priority: 'high',
    skill: ['heating', 2],
    uses: ['igniter', 'thermocouple', 'circulator-pump', 'zone-valve', 'expansion-tank'],
    steps: [
      ['Gas turned off', 'check', true],
      ['Fault code', 'text', false],
      ['System pressure', 'number', true, 'bar'],
      ['Carbon monoxide below limit', 'check', true],
      tidy,
    ],
    promiseHours: [4, 8, 24, 72],
    offered: true,
    subjects: ['Boiler, no heat', 'Boiler loses pressure', 'No hot water', 'Boiler makes a banging noise'],
  },
  'boiler-care': {
    name: 'Boiler yearly care',
    assetClasses: [],
    careOf: 'boiler',
    minutes: 60,
    priority: 'low',
    skill: ['heating', 1],
    part: 'air-filter',
    uses: ['air-filter', 'thermocouple'],
    steps: [
      ['Burner cleaned', 'check', true],
      ['Filter changed', 'check', true],
      ['Flue gas temperature', 'number', true, '°C'],
      tidy,
    ],
    promiseHours: [24, 72, 240, 480],
    offered: true,
    subjects: ['Yearly boiler care', 'Boiler due for its yearly care'],
  },
  'leak-repair': {
    name: 'Leak repair',
    assetClasses: ['water-heater'],
    minutes: 60,
    priority: 'high',
    skill: ['plumbing', 1],
    uses: ['shut-off-valve', 'supply-hose', 'pipe-coupling', 'wax-ring', 'tap-cartridge'],
    steps: [
      ['Water shut off', 'check', true],
      ['Where it leaked', 'text', true],
      ['Pressure held for 10 minutes', 'check', true],
      tidy,
    ],
    promiseHours: [2, 6, 24, 72],
    offered: true,
    subjects: ['Leak under the kitchen sink', 'Water through the ceiling', 'Water heater drips', 'Toilet runs on'],
  },
  'power-fault': {
    name: 'Electrical fault',
    assetClasses: ['switchboard'],
    minutes: 75,
    priority: 'high',
    skill: ['electrical', 2],
    uses: ['breaker-20a', 'gfci-outlet', 'cable-12-2', 'contactor'],
    steps: [
      ['Circuit isolated and tested dead', 'check', true],
      ['Insulation resistance', 'number', true, 'MΩ'],
      ['What was found', 'text', false],
    ],
    promiseHours: [4, 8, 48, 120],
    offered: true,
    subjects: ['Breaker keeps tripping', 'No power in half of the flat', 'Outlet sparks', 'Stair lights are out'],
  },
  'lift-stopped': {
    name: 'Lift out of service',
    assetClasses: ['lift'],
    minutes: 90,
    priority: 'emergency',
    skill: ['lifts', 2],
    uses: ['door-roller', 'landing-switch', 'drive-belt'],
    steps: [
      ['No one inside', 'check', true],
      ['Main switch locked off', 'check', true],
      ['Ten test runs', 'check', true],
      ['Fault code', 'text', false],
    ],
    promiseHours: [4, 8, 24, 72],
    offered: true,
    subjects: ['Lift stuck between floors', 'Lift door does not close', 'Lift stops short of the floor'],
  },
  'lift-care': {
    name: 'Lift monthly care',
    assetClasses: [],
    careOf: 'lift',
    minutes: 60,
    priority: 'normal',
    skill: ['lifts', 1],
    part: 'door-roller',
    uses: ['door-roller', 'drive-belt'],
    steps: [
      ['Door force', 'number', true, 'N'],
      ['Emergency phone answers', 'check', true],
      ['Pit dry and clean', 'check', true],
    ],
    promiseHours: [24, 72, 168, 336],
    offered: false,
    subjects: ['Monthly lift care'],
  },
  'appliance-repair': {
    name: 'Appliance repair',
    assetClasses: ['washing-machine', 'dryer', 'refrigerator'],
    minutes: 60,
    priority: 'normal',
    skill: ['appliance', 1],
    uses: ['washer-pump', 'dryer-belt', 'fridge-fan'],
    steps: [['Unplugged', 'check', true], ['Fault found', 'text', true], ['Test run', 'check', true], tidy],
    promiseHours: [8, 24, 72, 168],
    offered: true,
    subjects: [
      'Washing machine does not drain',
      'Dryer does not turn',
      'Refrigerator is warm',
      'Washing machine leaks',
    ],
  },
  'street-light': {
    name: 'Street light out',
    assetClasses: [],
    minutes: 40,
    priority: 'normal',
    skill: ['street-lighting', 1],
    part: 'lamp-fuse',
    uses: ['lamp-fuse', 'photocell', 'led-head'],
    steps: [arrive, ['Pole number', 'text', true], ['Light burns', 'check', true]],
    promiseHours: [4, 48, 120, 240],
    offered: true,
    subjects: [
      'Street light is out',
      'Two street lights are dark',
      'Street light burns by day',
      'Street light flickers',
    ],
  },
  'traffic-signal': {
    name: 'Traffic signal repair',
    assetClasses: [],
    minutes: 60,
    priority: 'high',
    skill: ['street-lighting', 2],
    uses: ['lamp-fuse', 'contactor'],
    steps: [arrive, ['Controller number', 'text', true], ['All phases run', 'check', true]],
    promiseHours: [3, 6, 24, 72],
    offered: true,
    subjects: ['Traffic signal is dark', 'Walk signal does not change'],
  },
  'road-repair': {
    name: 'Road or pavement repair',
    assetClasses: [],
    minutes: 45,
    priority: 'normal',
    skill: ['roads', 1],
    part: 'cold-patch',
    uses: ['cold-patch'],
    steps: [arrive, ['Area patched', 'number', true, 'm²'], ['Edges sealed', 'check', true]],
    promiseHours: [4, 24, 48, 240],
    offered: true,
    subjects: ['Pothole in the road', 'Broken pavement slab', 'Sunken patch at the crossing'],
  },
  'sign-repair': {
    name: 'Sign or marking repair',
    assetClasses: [],
    minutes: 40,
    priority: 'normal',
    skill: ['roads', 1],
    uses: ['sign-post'],
    steps: [arrive, ['Sign stands upright', 'check', true]],
    promiseHours: [4, 24, 120, 480],
    offered: true,
    subjects: ['Stop sign is missing', 'Street sign is bent'],
  },
  'tree-care': {
    name: 'Tree care',
    assetClasses: [],
    minutes: 75,
    priority: 'normal',
    skill: ['trees', 2],
    uses: ['chain-loop'],
    steps: [arrive, ['Pavement closed off', 'check', true], ['What was cut', 'text', true], tidy],
    promiseHours: [3, 24, 168, 480],
    offered: true,
    subjects: ['Branch hangs over the pavement', 'Fallen limb blocks the road', 'Dead tree by the school'],
  },
  collection: {
    name: 'Collection',
    assetClasses: [],
    minutes: 25,
    priority: 'normal',
    skill: ['sanitation', 1],
    uses: ['cart-lid'],
    steps: [['Pieces collected', 'number', true, 'pieces'], tidy],
    promiseHours: [8, 24, 48, 120],
    offered: true,
    subjects: ['Sofa to be collected', 'Recycling was not collected', 'Cart with a broken lid', 'Mattress on the kerb'],
  },
  'graffiti-removal': {
    name: 'Graffiti removal',
    assetClasses: [],
    minutes: 60,
    priority: 'low',
    skill: ['sanitation', 2],
    uses: [],
    steps: [
      ['Surface', 'text', true],
      ['Clean', 'check', true],
    ],
    promiseHours: [24, 48, 168, 480],
    offered: true,
    subjects: ['Graffiti on the school wall', 'Graffiti on the underpass'],
  },
  'building-inspection': {
    name: 'Building inspection',
    assetClasses: [],
    minutes: 50,
    priority: 'normal',
    skill: ['inspection', 2],
    uses: [],
    steps: [
      ['Tenant present', 'check', false],
      ['What was found', 'text', true],
      ['Danger to people', 'check', false],
    ],
    promiseHours: [4, 24, 168, 480],
    offered: true,
    subjects: ['No heat in the flat, landlord does not answer', 'Damp and mould in the bedroom', 'Unsafe stairs'],
  },
  'lift-ropes': {
    name: 'Lift ropes exchange',
    assetClasses: [],
    careOf: 'lift',
    minutes: 120,
    crew: 2,
    priority: 'normal',
    skill: ['lifts', 2],
    uses: [],
    steps: [
      ['Car secured at the top floor', 'check', true],
      ['Rope tension even', 'check', true],
      ['Ten test runs', 'check', true],
    ],
    promiseHours: [24, 48, 96, 168],
    offered: false,
    subjects: ['Lift ropes to be exchanged'],
  },
  'barrier-repair': {
    name: 'Crash barrier repair',
    assetClasses: [],
    minutes: 75,
    crew: 2,
    priority: 'normal',
    skill: ['roads', 1],
    uses: [],
    steps: [arrive, ['Lane closed off', 'check', true], ['Posts set', 'number', true, 'posts'], tidy],
    promiseHours: [4, 24, 72, 168],
    offered: false,
    subjects: ['Crash barrier bent by a lorry'],
  },
} as const satisfies Record<string, WorkTypeLine>;
export type WorkTypeKey = keyof typeof workTypeList;
