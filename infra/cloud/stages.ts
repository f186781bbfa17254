import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { MapStyle } from '../../shared/protocol/web-config.ts';

/** What differs from one deployment to another. */
export interface StageSettings {
  readonly name: string;
  readonly region: string;
  /** Whether table, files and accounts outlive a mistaken deletion. */
  readonly keepsData: boolean;
  readonly logsKept: RetentionDays;
  /** Where pages are served from, and the public Route 53 zone in which that name, its certificate and the mail's keys are written. */
  readonly site: { readonly host: string; readonly zone: string; readonly zoneId: string };
  /** First label of the sign-in page's address at Cognito; one of its kind in the region. */
  readonly signInPrefix: string;
  /** Messages to customers and invitations to staff come from it; it lies in the zone. */
  readonly mailFrom: string;
  /** The id of a phone number of AWS End User Messaging, or `none`: then what would be an SMS is parked in sight. */
  readonly smsFrom: string;
  /** MapLibre styles, with tiles and fonts on the same hosts, or one's own PMTiles, e.g. { tiles: '/map/city.pmtiles' } in the site's bucket; absent: the drawn base alone. */
  readonly mapStyle?: MapStyle;
  /** The imported road network of territories that name none; absent: their travel times are estimated. */
  readonly roadNetwork?: string;
  /** Asked instead of own roads: `osrm URL`, `valhalla URL` or `amazon-location REGION`; absent: nobody. */
  readonly routingService?: string;
  /** Asked for addresses that are in no imported list: `nominatim URL` or `amazon-location REGION`; absent: nobody. */
  readonly geocoder?: string;
  /** Who is told of alarms and of the bill. */
  readonly operatorMail: string;
  readonly budgetDollarsPerMonth: number;
  /** Days that are planned at the same time. */
  readonly plannersAtOnce: number;
  readonly limits: {
    /** Of all callers together, at the API's gateway. */
    readonly requestsPerSecond: number;
    readonly requestBurst: number;
    /** Of one address within five minutes, at the edge. */
    readonly requestsPerAddress: number;
  };
}

const openFreeMap = {
  light: 'https://tiles.openfreemap.org/styles/positron',
  dark: 'https://tiles.openfreemap.org/styles/dark',
};

const stages: Readonly<Record<string, StageSettings>> = {
  development: {
    name: 'development',
    region: 'us-east-1',
    keepsData: false,
    logsKept: RetentionDays.TWO_WEEKS,
    site: { host: 'development.fieldline.example', zone: 'fieldline.example', zoneId: 'Z0EXAMPLE' },
    signInPrefix: 'fieldline-development',
    mailFrom: 'service@development.fieldline.example',
    smsFrom: 'none',
    mapStyle: openFreeMap,
    operatorMail: 'operator@fieldline.example',
    budgetDollarsPerMonth: 20,
    plannersAtOnce: 2,
    limits: { requestsPerSecond: 50, requestBurst: 100, requestsPerAddress: 2000 },
  },
  production: {
    name: 'production',
    region: 'us-east-1',
    keepsData: true,
    logsKept: RetentionDays.THREE_MONTHS,
    site: { host: 'fieldline.example', zone: 'fieldline.example', zoneId: 'Z0EXAMPLE' },
    signInPrefix: 'fieldline-production',
    mailFrom: 'service@fieldline.example',
    smsFrom: 'phone-0123456789abcdef0123456789abcdef',
    mapStyle: openFreeMap,
    operatorMail: 'operator@fieldline.example',
    budgetDollarsPerMonth: 200,
    plannersAtOnce: 10,
    // A depot's phones and consoles share one address; thirty consoles and a hundred phones stay far below.
    limits: { requestsPerSecond: 500, requestBurst: 1000, requestsPerAddress: 10_000 },
  },
};

/** The settings of a stage, chosen by `cdk deploy -c stage=production`. */
export const stageNamed = (name: string): StageSettings => {
  const stage = stages[name];
  if (!stage) throw new Error(`There is no stage ${name}; there are ${Object.keys(stages).join(' and ')}`);
  return stage;
};

/** What a thing of the stage is called in the account. */
export const houseName = ({ name }: StageSettings, ...parts: readonly string[]): string =>
  ['fieldline', name, ...parts].join('-');

/** Where pages come from, as browsers name it: links in messages, sockets, uploads and sign-in hold to it. */
export const webOriginOf = ({ site }: StageSettings): string => `https://${site.host}`;

/** Cognito's own pages of the stage. */
export const signInOriginOf = ({ signInPrefix, region }: StageSettings): string =>
  `https://${signInPrefix}.auth.${region}.amazoncognito.com`;

export interface FunctionSize {
  /** CPU comes with memory: 1,769 MB are one core. */
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}
/** What each entry needs, the same in every stage: 1,024 MB is where a cold start stops getting shorter. */
export const functionSizes = {
  http: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  dispatch: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  administration: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  agreements: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  geography: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  // A full push is fifty transactions one after the other.
  sync: { memoryMegabytes: 1024, timeoutSeconds: 25 },
  docs: { memoryMegabytes: 512, timeoutSeconds: 10 },
  positions: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  socket: { memoryMegabytes: 1024, timeoutSeconds: 15 },
  identity: { memoryMegabytes: 512, timeoutSeconds: 5 },
  changes: { memoryMegabytes: 1024, timeoutSeconds: 60 },
  promises: { memoryMegabytes: 512, timeoutSeconds: 60 },
  planner: { memoryMegabytes: 1769, timeoutSeconds: 120 },
  timers: { memoryMegabytes: 512, timeoutSeconds: 300 },
} as const satisfies Readonly<Record<string, FunctionSize>>;
export type FunctionEntry = keyof typeof functionSizes;

/** How the change stream, the planner's queue and the clock are driven, the same in every stage. */
export const drives = {
  /** Records of one second are passed on together: a territory's consoles get one frame for them. */
  changes: { batchSize: 100, windowSeconds: 1, retries: 10 },
  plans: {
    receives: 3,
    /** Six times the planner's time, as AWS asks of queues that start functions. */
    visibilitySeconds: functionSizes.planner.timeoutSeconds * 6,
  },
  /** How often the clock looks for what is due or waits too long. */
  roundMinutes: 2,
  roundRetries: 2,
  /** How long parked records and commands wait for a person. */
  parkedDays: 14,
} as const;

/** What is forgotten when, beside what the stage says of logs. */
export const keptDays = { bucketLogs: 90, mail: 90, brokenUploads: 7 } as const;

/** How staff sign in. */
export const signIn = { passwordLength: 12, tokenMinutes: 15 } as const;

/** What browsers and CloudFront hold to. */
export const edge = {
  secretLength: 48,
  minimumTls: 1.2,
  /** How long a browser asks by TLS alone, once it was told. */
  tlsOnlyDays: 730,
  /** Files whose names carry a hash never change. */
  assetsKeptSeconds: 31_536_000,
  turnedAwayStatus: 429,
} as const;

/** When the operator is told; `periods` in a row, 1 where nothing is said. What each means stands in stacks/watch.ts. */
export const alarmLevels = {
  ApiFails: { minutes: 5, atLeast: 5 },
  ApiSlow: { minutes: 5, atLeast: 3000, periods: 3 },
  ApiTurnedAway: { minutes: 5, atLeast: 1 },
  PositionsFail: { minutes: 5, atLeast: 5 },
  SocketsFail: { minutes: 5, atLeast: 5 },
  SignInFails: { minutes: 5, atLeast: 3 },
  ChangesLate: { minutes: 1, atLeast: 60_000, periods: 3 },
  ChangesParked: { minutes: 5, atLeast: 1 },
  MessagesUnsent: { minutes: 5, atLeast: 5 },
  PlansWait: { minutes: 1, atLeast: 300, periods: 3 },
  PlansParked: { minutes: 5, atLeast: 1 },
  /** Five sixths of the planner's time. */
  PlannerRunsOutOfTime: { minutes: 5, atLeast: (functionSizes.planner.timeoutSeconds * 5000) / 6 },
  RoundsFail: { minutes: 15, atLeast: 1, periods: 2 },
  RoundsParked: { minutes: 5, atLeast: 1 },
  TableTurnsAway: { minutes: 5, atLeast: 10 },
} as const satisfies Readonly<Record<string, AlarmLevel>>;
export const alarmNames = Object.keys(alarmLevels).filter(
  (name): name is keyof typeof alarmLevels => name in alarmLevels,
);
export interface AlarmLevel {
  readonly minutes: number;
  readonly atLeast: number;
  readonly periods?: number;
}

/** Of the stage's budget, in percent: at it, or about to be at it, the operator is told. */
export const budgetToldPercent = 100;
/** Of the dashboard's 24 columns. */
export const graphColumns = 12;
