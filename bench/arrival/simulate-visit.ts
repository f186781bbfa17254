import type { PositionFix } from '../../shared/model/position-fix.ts';
import type { Position } from '../../shared/model/place.ts';

/** Metres east and north of the place. */
type Spot = readonly [east: number, north: number];
type Random = () => number;

export interface SimulatedVisit {
  readonly fixes: readonly PositionFix[];
  /** Seconds from the beginning: when he stood still at the place, and when he drove off again. */
  readonly parkedSecond: number;
  readonly leftSecond: number;
}

export const visitPlace: Position = [-71.06, 42.36];
export const visitBegins = Date.parse('2026-05-12T12:00:00.000Z');

/**
 * One drive to a place, a stay and a drive away, second by second: streets at right angles with red lights, also before
 * the very door; one in seven passes the door and comes round the block; a parking space up to 70 m off; indoors a
 * position that drifts, jumps and claims to be better than it is; fixes that fail to come. Assumptions, kept here to be argued with.
 */
export const simulateVisit = (random: Random, everySeconds: number): SimulatedVisit => {
  const path: Moment[] = [];
  const parking = around([0, 0], between(random, 0, 70), random);
  const start: Spot = [between(random, -1, 1) * 2500, (random() < 0.5 ? -1 : 1) * between(random, 1200, 3000)];
  if (random() < 1 / 7) {
    const past: Spot = [
      parking[0] + between(random, -30, 30),
      parking[1] - Math.sign(start[1]) * between(random, 120, 300),
    ];
    drive(path, start, [parking[0], past[1]], random);
    drive(path, [parking[0], past[1]], [parking[0] + between(random, 150, 350), past[1]], random);
    drive(path, lastOf(path), parking, random);
  } else drive(path, start, parking, random);
  const parkedSecond = path.length;
  stay(path, parking, random);
  const leftSecond = path.length;
  drive(path, parking, [between(random, -1, 1) * 2500, Math.sign(start[1]) * -5000], random);
  return { fixes: fixesOf(path, everySeconds, random), parkedSecond, leftSecond };
};

interface Moment {
  readonly at: Spot;
  readonly speed: number;
  readonly indoors: boolean;
}

const lastOf = (path: readonly Moment[]): Spot => path.at(-1)?.at ?? [0, 0];

/** First along one street, then along the other; a light about every 200 m, and the one that is red takes up to a minute. */
const drive = (path: Moment[], from: Spot, to: Spot, random: Random): void => {
  const corner: Spot = [to[0], from[1]];
  for (const [a, b] of [
    [from, corner],
    [corner, to],
  ] as const) {
    const metres = Math.hypot(b[0] - a[0], b[1] - a[1]);
    let done = 0;
    let nextLight = between(random, 20, 220);
    while (done < metres) {
      const speed = Math.min(between(random, 6, 14), Math.max(3, (metres - done) / 4));
      done = Math.min(metres, done + speed);
      const share = done / metres;
      const at: Spot = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      path.push({ at, speed, indoors: false });
      if (done > nextLight && metres - done > 8) {
        nextLight += between(random, 120, 280);
        const red = random() < 0.35 ? Math.round(between(random, 5, 60)) : 0;
        for (let second = 0; second < red; second += 1) path.push({ at, speed: 0, indoors: false });
      }
    }
  }
};

/** Walks in, works, may walk to the van once or twice, walks out. */
const stay = (path: Moment[], parking: Spot, random: Random): void => {
  const inside = around([0, 0], between(random, 0, 20), random);
  walk(path, parking, inside);
  const errands = Math.floor(between(random, 0, 3));
  for (let errand = 0; errand <= errands; errand += 1) {
    const seconds = Math.round(between(random, 600, 2400));
    for (let second = 0; second < seconds; second += 1) path.push({ at: inside, speed: 0, indoors: true });
    walk(path, inside, parking);
    if (errand < errands) walk(path, parking, inside);
  }
};

const walk = (path: Moment[], from: Spot, to: Spot): void => {
  const seconds = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 1.2);
  for (let second = 1; second <= seconds; second += 1) {
    const share = second / seconds;
    const at: Spot = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    path.push({ at, speed: 1.2, indoors: false });
  }
};

/** What the receiver makes of the true path. */
const fixesOf = (path: readonly Moment[], everySeconds: number, random: Random): PositionFix[] => {
  const fixes: PositionFix[] = [];
  let error: Spot = [0, 0];
  let jump: { offset: Spot; until: number; claims: number } | undefined;
  let silentUntil = 0;
  path.forEach(({ at, speed, indoors }, second) => {
    const spread = indoors ? 22 : 5;
    // Errors last: autocorrelation of half a minute.
    error = [error[0] * 0.97 + gauss(random) * spread * 0.243, error[1] * 0.97 + gauss(random) * spread * 0.243];
    if (indoors && !jump && random() < 1 / 900) jump = jumpOf(second, random);
    if (jump && (second > jump.until || !indoors)) jump = undefined;
    if (indoors && random() < 1 / 2400) silentUntil = second + between(random, 60, 400);
    if (second % everySeconds !== 0 || second < silentUntil || random() < 0.04) return;
    const [east, north] = [at[0] + error[0] + (jump?.offset[0] ?? 0), at[1] + error[1] + (jump?.offset[1] ?? 0)];
    const accuracy = jump?.claims ?? Math.max(3, spread * between(random, 0.6, 2.2));
    fixes.push(fixAt(second, [east, north], accuracy, toldSpeed(speed, indoors, random)));
  });
  return fixes;
};

/** To a neighbour's wireless network or by an echo: mostly it is told as poor, one in four claims to be good. */
const jumpOf = (second: number, random: Random) => {
  const metres = between(random, 80, 350);
  return {
    offset: around([0, 0], metres, random),
    until: second - 25 * Math.log(1 - random()),
    claims: random() < 0.25 ? between(random, 15, 50) : metres * between(random, 0.5, 1.5),
  };
};

const toldSpeed = (speed: number, indoors: boolean, random: Random): number | undefined => {
  if (random() < 0.15) return undefined;
  return Math.max(0, speed + gauss(random) * (indoors ? 0.6 : 0.4));
};

const fixAt = (second: number, [east, north]: Spot, accuracy: number, speed: number | undefined): PositionFix => ({
  at: new Date(visitBegins + second * 1000).toISOString(),
  location: placeOf([east, north]),
  accuracyMetres: Math.round(accuracy),
  ...(speed !== undefined && { speedMetresPerSecond: Math.round(speed * 10) / 10 }),
});

const metresPerDegree = 111_195;

export const placeOf = ([east, north]: Spot, [longitude, latitude]: Position = visitPlace): Position => [
  longitude + east / (metresPerDegree * Math.cos((latitude * Math.PI) / 180)),
  latitude + north / metresPerDegree,
];

const between = (random: Random, least: number, most: number): number => least + random() * (most - least);

const around = ([east, north]: Spot, metres: number, random: Random): Spot => {
  const angle = random() * 2 * Math.PI;
  return [east + Math.cos(angle) * metres, north + Math.sin(angle) * metres];
};

/** Box and Muller 1958. */
const gauss = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
