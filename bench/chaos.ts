import { runChaos, type ChaosReport } from '../test/functions/sync/chaos/run-chaos.ts';
import { atMost, reported, type Bench, type BenchRecord } from './bench-record.ts';

/** R1 at full size: many phones in a bad network against a failing table and a dying server, request tokens off and on. */
export const bench: Bench = {
  name: 'chaos',
  async run(options): Promise<BenchRecord> {
    const phones = Number(options.get('phones') ?? 50);
    const mutations = Number(options.get('mutations') ?? 200);
    const seed = Number(options.get('seed') ?? 1);
    const reports: ChaosReport[] = [];
    for (const tokens of [false, true]) reports.push(await runChaos({ seed, phones, mutations, tokens }));
    for (const { violations } of reports) for (const violation of violations) console.error(violation);
    const sum = (of: (report: ChaosReport) => number): number => reports.reduce((total, one) => total + of(one), 0);
    const longest = Math.max(...reports.map(({ convergedSeconds }) => convergedSeconds));
    return {
      name: 'chaos',
      goals: [
        atMost(
          'R1',
          sum(({ violations }) => violations.length),
          'changes lost, doubled, altered or stuck',
          0,
        ),
        atMost('R1 quiet', longest, 'rounds of a second until all was sent', 30),
        reported(
          'changes',
          sum(({ changes }) => changes),
          'made on phones',
        ),
        reported(
          'applied',
          sum(({ applied, merged }) => applied + merged),
          'of them',
        ),
        reported(
          'refused',
          sum(({ refused }) => refused),
          'of them, in sight',
        ),
        reported(
          'pushes',
          sum(({ pushes }) => pushes),
          'arrived',
        ),
        reported(
          'kills',
          sum(({ kills }) => kills),
          'of the server',
        ),
      ],
      seed,
      sizes: { phones, mutations },
      versions: { node: process.version },
      at: new Date().toISOString(),
    };
  },
};
