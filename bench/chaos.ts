import { runChaos, type ChaosReport } from '../test/functions/sync/chaos/run-chaos.ts';
import { atMost, reported, type Bench, type BenchRecord } from './bench-record.ts';

/** R1 at full size: many phones in a bad network against a failing table and a dying server, request tokens off and on. `--phones`, `--mutations`, `--seed`, `--seeds` (so many from that one). */
export const bench: Bench = {
  name: 'chaos',
  async run(options): Promise<BenchRecord> {
    const phones = Number(options.get('phones') ?? 50);
    const mutations = Number(options.get('mutations') ?? 200);
    const seed = Number(options.get('seed') ?? 1);
    const seeds = Number(options.get('seeds') ?? 1);
    const reports: ChaosReport[] = [];
    for (let each = seed; each < seed + seeds; each++)
      for (const tokens of [false, true]) {
        const report = await runChaos({ seed: each, phones, mutations, tokens });
        for (const violation of report.violations) console.error(violation);
        console.log(`seed ${each}, tokens ${tokens ? 'on' : 'off'}: ${report.violations.length} violations`);
        reports.push(report);
      }
    const cpuSeconds = process.cpuUsage().user / 1e6;
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
        reported('took', cpuSeconds, 'CPU-s'),
      ],
      seed,
      sizes: { phones, mutations, seeds },
      versions: { node: process.version },
      at: new Date().toISOString(),
    };
  },
};
