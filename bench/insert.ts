import { estimatedTravel } from '../shared/geo/estimated-travel.ts';
import type { Appointment } from '../shared/model/appointment.ts';
import type { Position } from '../shared/model/place.ts';
import type { Technician } from '../shared/model/technician.ts';
import { checkSolution } from '../shared/routing/checker.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import { solve } from '../shared/routing/solve.ts';
import { candidatePlaces } from '../shared/routing/insertion-service/candidate-places.ts';
import type { PlanningTechnician } from '../shared/routing/planning-day.ts';
import { rankCandidates } from '../shared/rules/candidate-ranking.ts';
import { shiftsOn } from '../shared/rules/working-time.ts';
import { aRandomProblem } from '../test/builders/a-random-problem.ts';
import { aTechnician } from '../test/builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../test/builders/an-appointment.ts';
import { atLeast, atMost, type Bench, type BenchRecord } from './bench-record.ts';
import { cpuSeconds } from './solver/cpu-seconds.ts';
import { insertionFigures } from './solver/insertion-figures.ts';

const technicianCount = 200;
const stopsEach = 10;
const questions = 200;
/** So that every answer is what a person waits for after the first seconds of a service's life. */
const warmUp = 20;
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
        atMost('S3-ranking-p95', at(milliseconds, 0.95), 'CPU ms', 20),
        atMost('S3-ranking-median', at(milliseconds, 0.5), 'CPU ms', 20),
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
  const appointments: Appointment[] = [];
  const dayOf = (technician: Technician): PlanningTechnician => ({
    technician,
    shifts: shiftsOn(technician, tuesday, zone),
    vanStock: new Map(),
    taken: Array.from({ length: stopsEach }, (_, index) => {
      const from = new Date(Date.parse('2026-05-12T12:00:00.000Z') + index * 3_600_000).toISOString();
      const changes = { durationSeconds: 1500, place: { location: somewhere(), addressText: 'A customer' } };
      const standing = anAssignedAppointment(technician.id, from, changes);
      appointments.push(standing);
      const to = standing.assignments[0]?.plannedEndAt ?? from;
      return { kind: 'appointment', id: standing.id, from, to, location: standing.place.location };
    }),
  });
  const planning = technicians.map(dayOf);
  const days = new Map(planning.map((one) => [one.technician.id, one]));
  const milliseconds = Array.from({ length: warmUp + questions }, () => {
    const place = { location: somewhere(), addressText: 'A customer' };
    const appointment = anAppointment({ durationSeconds: 900, place });
    const { territoryId } = appointment;
    const asked = { appointment, day: tuesday, now: '2026-05-12T14:00:00.000Z' };
    const begun = cpuSeconds();
    const { places } = candidatePlaces({
      ...asked,
      technicians: planning,
      appointments,
      territory: { id: territoryId, timeZone: zone },
      travel: estimatedTravel,
    });
    rankCandidates({ ...asked, technicians, places, days, stock: new Map() });
    return (cpuSeconds() - begun) * 1000;
  });
  return milliseconds.slice(warmUp).sort((a, b) => a - b);
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? Infinity;
