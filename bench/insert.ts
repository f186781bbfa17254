import { estimatedTravel } from '../shared/geo/estimated-travel.ts';
import type { Position } from '../shared/model/place.ts';
import { checkSolution } from '../shared/routing/checker.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import { solve } from '../shared/routing/solve.ts';
import type { CandidateDay } from '../shared/rules/candidate-gap.ts';
import { rankCandidates } from '../shared/rules/candidate-ranking.ts';
import { shiftsOn } from '../shared/rules/working-time.ts';
import { aRandomProblem } from '../test/builders/a-random-problem.ts';
import { aTechnician } from '../test/builders/a-technician.ts';
import { anAppointment, tuesday } from '../test/builders/an-appointment.ts';
import { anId } from '../test/builders/an-id.ts';
import { atLeast, atMost, type Bench, type BenchRecord } from './bench-record.ts';
import { insertionFigures } from './solver/insertion-figures.ts';

const technicianCount = 200;
const stopsEach = 10;
const questions = 200;
const plannedTechnicians = 25;
const backlog = 1500;
const zone = 'America/New_York';

/** One new stop into a running day: how long it takes to rank every technician with reasons; and to plan a day's backlog anew. */
export const bench: Bench = {
  name: 'insert',
  run(options) {
    const seed = Number(options.get('seed') ?? 1);
    const milliseconds = rankMany(seed);
    const problem = aRandomProblem(seed, plannedTechnicians, backlog);
    const before = process.cpuUsage();
    const solution = solve(problem, { seed });
    const { user, system } = process.cpuUsage(before);
    const record: BenchRecord = {
      name: 'insert',
      goals: [
        atMost('S3-ranking-p95', at(milliseconds, 0.95), 'ms', 20),
        atMost('S3-ranking-median', at(milliseconds, 0.5), 'ms', 20),
        atMost('plan-of-a-day', (user + system) / 1_000_000, 'CPU s', 2),
        atMost('plan-violations', checkSolution(problem, solution).length, 'violations', 0),
        atLeast('plan-scheduled', solution.figures.scheduled, 'appointments', 200),
        ...insertionFigures(seed, technicianCount, stopsEach),
      ],
      seed,
      sizes: { technicianCount, stopsEach, questions, plannedTechnicians, backlog },
      versions: { node: process.versions.node },
      at: new Date().toISOString(),
    };
    return Promise.resolve(record);
  },
};

const rankMany = (seed: number): number[] => {
  const random = seededRandom(seed);
  const somewhere = (): Position => [-71.15 + random() / 5, 42.25 + random() / 5];
  const technicians = Array.from({ length: technicianCount }, () =>
    aTechnician({ startPlace: { location: somewhere(), addressText: 'Depot' } }),
  );
  const dayOf = (): CandidateDay['taken'] =>
    Array.from({ length: stopsEach }, (_, index) => {
      const from = Date.parse('2026-05-12T12:00:00.000Z') + index * 3_600_000;
      const span = { from: new Date(from).toISOString(), to: new Date(from + 1_500_000).toISOString() };
      return { kind: 'appointment', id: anId('appointment'), ...span, location: somewhere() };
    });
  const days = new Map<string, CandidateDay>(
    technicians.map((one) => [one.id, { shifts: shiftsOn(one, tuesday, zone), taken: dayOf() }]),
  );
  return Array.from({ length: questions }, () => {
    const place = { location: somewhere(), addressText: 'A customer' };
    const appointment = anAppointment({ durationSeconds: 900, place });
    const begun = performance.now();
    rankCandidates({
      appointment,
      technicians,
      days,
      stock: new Map(),
      day: tuesday,
      now: '2026-05-12T14:00:00.000Z',
      travel: estimatedTravel,
    });
    return performance.now() - begun;
  }).sort((a, b) => a - b);
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? Infinity;
