import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from './with-engine.ts';
import { type ComparableAnswer, replayStep, type Step } from './replay-step.ts';

/** Answers of Amazon's DynamoDB Local, written by `npm run conformance -- --record`. */
interface Recording {
  seed: number;
  tables: Record<string, unknown>[];
  steps: { step: Step; answer: ComparableAnswer }[];
}
const FOLDER = join(import.meta.dirname, 'fixtures');
const recordings = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

test('there are at least 2,000 recorded answers', () => {
  const steps = recordings.map((name) => read(name).steps.length);
  expect(steps.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2000);
});

test.each(recordings)('the engine answers as DynamoDB Local did: %s', async (name) => {
  const { tables, steps } = read(name);
  await withEngine(async (engine) => {
    for (const table of tables) await engine.handle('DynamoDB_20120810.CreateTable', table);
    for (const { step, answer } of steps) {
      const { message: _message, ...ours } = await replayStep(engine.handle, step);
      expect({ step, answer: ours }).toEqual({ step, answer });
    }
  });
});

function read(name: string): Recording {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Recording;
}
