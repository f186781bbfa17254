import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnWays } from '../../infra/local/roads/drawn-ways.ts';
import { drivingFix } from '../../infra/local/simulator/simulated-fix.ts';
import { metresBetween } from '../../shared/geo/distance.ts';
import { writeNetwork } from '../../shared/geo/road/network-file.ts';
import type { Position } from '../../shared/model/place.ts';
import { roadNetworkKey } from '../../shared/protocol/road-network-key.ts';
import { aRoadSource, aRoadWay, builtRoads } from '../builders/a-road-source.ts';

const [south, corner, north]: [Position, Position, Position] = [
  [1, 1],
  [1.02, 1],
  [1.02, 1.02],
];

test('a simulated technician drives round the corner where roads are known, and straight where they are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-ways-'));
  try {
    const { network } = builtRoads(aRoadSource([south, corner, north], [aRoadWay(1, [0, 1, 2])]));
    const file = join(folder, roadNetworkKey('town'));
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, writeNetwork(network));
    expect(drawnWays(folder, undefined)(south, north)).toEqual([south, north]);
    const line = drawnWays(folder, 'town')(south, north);
    const startedAt = '2026-05-12T12:00:00.000Z';
    const fixAfter = (minutes: number) =>
      drivingFix({ line, metres: 4450, seconds: 600, startedAt }, `2026-05-12T12:0${minutes}:00.000Z`, () => 0.5);
    expect(metresBetween(fixAfter(5).location, corner)).toBeLessThan(30);
    expect(fixAfter(2).headingDegrees).toBe(90);
    expect([0, 360]).toContain(fixAfter(8).headingDegrees);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
