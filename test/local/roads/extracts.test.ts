import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { importNetwork } from '../../../infra/local/roads/import-network.ts';
import { profileOf } from '../../../infra/local/roads/profiles/profile-of.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { roadTravel } from '../../../shared/geo/road/road-travel.ts';
import type { Position } from '../../../shared/model/place.ts';
import { differingPairs } from '../../shared/geo/road/differing-pairs.ts';

// The larger extracts are imported and held against Dijkstra by `npm run bench -- matrix`.
const file = resolve('../shared/data/roads/sf-downtown.osm.pbf');
const hasExtract = existsSync(file);

it.skipIf(!hasExtract)(
  'the middle of San Francisco is imported whole, exact against plain Dijkstra, with plausible ways (skipped where ../shared/data/roads is absent)',
  { timeout: 120_000 },
  () => {
    const { network, graph, report } = importNetwork({
      file,
      profile: profileOf('car', false),
      name: 'san-francisco',
      extract: 'sf-downtown.osm.pbf',
      now: '2026-05-12T12:00:00.000Z',
      tell: () => undefined,
    });
    expect(report.parts).toBe(1);
    expect(differingPairs(network, graph, { sources: 20, targets: 60, seed: 1 })).toEqual({
      pairs: 1200,
      differing: 0,
    });
    const [west, south, east, north] = network.facts.bounds;
    const within = (share: number): Position => [west + (east - west) * share, south + (north - south) * share];
    const { seconds } = roadTravel(network, estimatedTravel).travel(within(0.45), within(0.55));
    expect(seconds).toBeGreaterThan(150);
    expect(seconds).toBeLessThan(2 * 3600);
  },
);
