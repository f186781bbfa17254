import { describe, expect, test } from 'vitest';
import { runChaos } from './chaos/run-chaos.ts';

// R1. The same with 50 phones and 200 changes each is `npm run bench -- chaos`.
let fetched = 0;
describe('in a bad network, with a failing table and a dying server, nothing is lost, doubled, altered or stuck', () => {
  test.each(Array.from({ length: 10 }, (_, seed) => ({ seed: seed + 1, tokens: seed % 2 === 0 })))(
    'seed $seed, request tokens $tokens',
    async ({ seed, tokens }) => {
      const report = await runChaos({ seed, phones: 8, mutations: 20, tokens });
      expect(report.violations).toEqual([]);
      expect(report.changes).toBe(160);
      expect(report.applied).toBeGreaterThan(40);
      fetched += report.fetched;
    },
    120_000,
  );

  test('parts that were reserved at a depot came onto vans meanwhile', () => expect(fetched).toBeGreaterThan(10));
});
