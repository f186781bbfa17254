import type { SlaTerms } from '../shared/model/sla.ts';
import { slaClocks } from '../shared/rules/sla/sla-clocks.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import type { Bench } from './bench-record.ts';

const open = 1000;
const mostMilliseconds = 50;
const runs = 15;
const office = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];
const daysOff = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07'];
const now = '2026-05-12T18:00:00.000Z';
const hourMs = 3_600_000;

/** Three clocks of each of a thousand open requests, in office hours of four zones, every second one paused and resumed; as from the store, none shares its hours with another. */
const requests = (seed: number) => {
  const random = seededRandom(seed);
  const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'America/Los_Angeles'];
  return Array.from({ length: open }, (_, at) => {
    const received = Date.parse(now) - Math.floor(random() * 10 * 24) * hourMs;
    const hours = () => ({ timeZone: zones[at % 4] ?? '', weekly: office, daysOff });
    const terms: SlaTerms = {
      startsAt: new Date(received).toISOString(),
      promises: [
        { kind: 'response', withinSeconds: 4 * 3600, hours: hours() },
        { kind: 'arrival', withinSeconds: 16 * 3600, hours: hours() },
        { kind: 'fix', withinSeconds: 40 * 3600, hours: hours() },
      ],
    };
    const pause = [
      { at: new Date(received + 5 * hourMs).toISOString(), kind: 'paused' as const, reason: 'waiting-for-part' },
      { at: new Date(received + 29 * hourMs).toISOString(), kind: 'resumed' as const },
    ];
    return { terms, events: at % 2 === 0 ? pause : [] };
  });
};

const cpuMilliseconds = (act: () => void): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What it takes to compute a thousand open requests' clocks anew from their history. */
export const bench: Bench = {
  name: 'clocks',
  async run(options) {
    const seed = Number(options.get('seed') ?? 1);
    const all = requests(seed);
    const round = () => all.forEach(({ terms, events }) => slaClocks(terms, events, now));
    const measured = Array.from({ length: runs }, () => cpuMilliseconds(round)).sort((a, b) => a - b);
    const figure = Math.round((measured[Math.floor(runs / 2)] ?? Infinity) * 10) / 10;
    const goal = `<= ${mostMilliseconds}`;
    return {
      name: 'clocks',
      goals: [{ id: 'clocks of 1,000 open requests', figure, unit: 'CPU-ms', goal, met: figure <= mostMilliseconds }],
      seed,
      sizes: { requests: open, clocks: open * 3 },
      versions: { node: process.version },
      at: new Date().toISOString(),
    };
  },
};
