import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './differential.ts';

const FOLDER = join(import.meta.dirname, '../engine/fixtures');

/** Writes what DynamoDB Local answered, one run a file, for the check without Java. */
export function recordFixtures(runs: readonly Run[]): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const { seed, tables, steps } of runs) {
    const lines = steps.map((step) => JSON.stringify(step)).join(',\n');
    writeFileSync(
      join(FOLDER, `seed-${seed}.json`),
      `{"seed":${seed},"tables":${JSON.stringify(tables)},"steps":[\n${lines}\n]}\n`,
    );
  }
}
