import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { estimatedTravel } from '../shared/geo/estimated-travel.ts';
import type { TravelModel } from '../shared/geo/travel-model.ts';
import type { Eta } from '../shared/model/position-fix.ts';
import type { TravelPace } from '../shared/model/travel-pace.ts';
import type { VisitFollowing } from '../shared/model/visit-following.ts';
import { followVisit } from '../shared/rules/follow-visit.ts';
import { nothingLearned, paceAfter, paceOf } from '../shared/rules/travel-pace.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import { anId } from '../test/builders/an-id.ts';
import { atLeast, atMost, type Bench, type Figure } from './bench-record.ts';
import { gridTown } from './eta/grid-town.ts';
import { roadTown } from './eta/road-town.ts';
import type { SimulatedDrive, Town } from './eta/town.ts';
import { importedRoads } from './matrix/imported-roads.ts';

/** How often a told span held, over simulated drives in a synthetic town and over Porto's roads, by the network and by the straight-line estimate. */
export const bench: Bench = {
  name: 'eta',
  async run(options) {
    const seed = Number(options.get('seed') ?? 1);
    const drives = Number(options.get('drives') ?? 1500);
    const learning = Number(options.get('learning') ?? 300);
    const extract = resolve(options.get('extract') ?? '../shared/data/roads/porto_portugal.osm.pbf');
    const towns = [gridTown(seededRandom(seed)), ...(existsSync(extract) ? [porto(extract, seed)] : [])];
    if (towns.length === 1) console.log(`no extract ${extract}: only a synthetic town is driven through`);
    const sizes = { seed, drives, learning };
    return {
      name: 'eta',
      goals: towns.flatMap((town) => [
        ...figuresOf(`${town.name}-network`, measure(town, undefined, sizes)),
        ...figuresOf(`${town.name}-estimate`, measure(town, estimatedTravel, sizes)),
      ]),
      seed,
      sizes: { drives, learning, towns: towns.length },
      versions: { node: process.version },
      at: new Date().toISOString(),
    };
  },
};

const porto = (extract: string, seed: number): Town => roadTown('porto', importedRoads(extract).network, seed);

/** Shares of the drive at which the span in force is held against the arrival. */
const stages = [0.1, 0.3, 0.5, 0.7, 0.9];

interface Told {
  readonly stage: number;
  readonly held: boolean;
  readonly widthSeconds: number;
  readonly offSeconds: number;
}

/** By `model`, or where there is none by the town's own network. */
const measure = (
  town: Town,
  model: TravelModel | undefined,
  sizes: { seed: number; drives: number; learning: number },
): Told[] => {
  const random = seededRandom(sizes.seed + 1);
  const told: Told[] = [];
  let pace: TravelPace | undefined;
  for (let count = 0; count < sizes.learning + sizes.drives; count += 1) {
    const { drive, travel } = town.outing(random, count);
    const asked = model ?? travel;
    pace ??= nothingLearned({ scopeId: anId('territory'), source: asked.source });
    const { tolds, after } = follow(drive, asked, pace);
    pace = after;
    if (count >= sizes.learning) told.push(...tolds);
  }
  return told;
};

/** Through the very rule that the positions handler uses, fix by fix. */
const follow = (drive: SimulatedDrive, travel: TravelModel, pace: TravelPace) => {
  const place = { location: drive.door, addressText: 'Door' };
  const travelStartedAt = new Date(drive.leftMs).toISOString();
  const appointment = { id: anId('appointment'), status: 'travelling', place, travelStartedAt } as const;
  const tolds: Told[] = [];
  let state: VisitFollowing | undefined;
  let after = pace;
  let stage = 0;
  for (const fix of drive.fixes) {
    const seen = followVisit(state, appointment, [fix], travel, paceOf(pace, undefined));
    state = seen.state;
    if (seen.drive) after = paceAfter(pace, seen.drive);
    const share = (Date.parse(fix.at) - drive.leftMs) / (drive.arrivedMs - drive.leftMs);
    if (seen.eta && share >= (stages[stage] ?? Infinity)) {
      tolds.push(toldAt(stage, seen.eta, drive.arrivedMs));
      while (share >= (stages[stage] ?? Infinity)) stage += 1;
    }
  }
  return { tolds, after };
};

const toldAt = (stage: number, { from, to, expectedAt }: Eta, arrivedMs: number): Told => ({
  stage,
  held: Date.parse(from) <= arrivedMs && arrivedMs <= Date.parse(to),
  widthSeconds: (Date.parse(to) - Date.parse(from)) / 1000,
  offSeconds: Math.abs(Date.parse(expectedAt) - arrivedMs) / 1000,
});

const figuresOf = (name: string, told: readonly Told[]): Figure[] => {
  const held = (some: readonly Told[]) => (100 * some.filter((one) => one.held).length) / some.length;
  const all = held(told);
  const byStage = stages.map((_, stage) => held(told.filter((one) => one.stage === stage)));
  const halfway = told.filter(({ stage }) => stage === 2);
  return [
    { id: `${name}-held`, figure: Math.round(all * 10) / 10, unit: '%', goal: '75-85', met: all >= 75 && all <= 85 },
    atLeast(`${name}-held-worst-stage`, Math.min(...byStage), '%', 70),
    atMost(`${name}-held-best-stage`, Math.max(...byStage), '%', 90),
    atMost(`${name}-width-halfway`, median(halfway.map(({ widthSeconds }) => widthSeconds)) / 60, 'min', 8),
    atMost(`${name}-off-halfway`, median(halfway.map(({ offSeconds }) => offSeconds)) / 60, 'min', 3),
  ];
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
