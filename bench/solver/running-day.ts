import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import type { Position } from '../../shared/model/place.ts';
import { applyInsertion } from '../../shared/routing/insertion-service/apply-insertion.ts';
import { bestInsertion } from '../../shared/routing/insertion-service/insertion.ts';
import { technicianRule } from '../../shared/routing/insertion-service/technician-rule.ts';
import { timelinesOf } from '../../shared/routing/insertion-service/timeline.ts';
import { waysOf } from '../../shared/routing/insertion-service/ways.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../shared/routing/problem.ts';
import { seededRandom } from '../../shared/routing/seeded-random.ts';
import type { Route } from '../../shared/routing/solution.ts';
import { aProblemTechnician, aStop, hours } from '../../test/builders/a-problem.ts';

const skills = ['boiler', 'gas', 'cooling', 'electric'];

/** A city's day under way: technicians with about so many stops each, planned with windows and skills, and stops that still wait. */
export const runningDay = (seed: number, technicianCount: number, stopsEach: number, waitingCount: number) => {
  const random = seededRandom(seed);
  const somewhere = (): Position => [-71.2 + random() * 0.25, 42.25 + random() * 0.2];
  const places = Array.from({ length: technicianCount * (1 + stopsEach) + waitingCount }, somewhere);
  const technicians = Array.from({ length: technicianCount }, (_, index): ProblemTechnician =>
    aProblemTechnician({
      id: `technician-${index}`,
      startPlace: index,
      endPlace: index,
      shifts: [{ from: hours(8), to: hours(18), overtimeUntil: hours(19) }],
      skills: skills.filter(() => random() < 0.7).map((skillId) => ({ skillId, level: 1 + Math.floor(random() * 3) })),
    }),
  );
  const stops = Array.from({ length: places.length - technicianCount }, (_, index): ProblemStop => {
    const from = hours(8 + Math.floor(random() * 9));
    return aStop({
      id: `stop-${index}`,
      place: technicianCount + index,
      durationSeconds: 600 + 300 * Math.floor(random() * 5),
      due: hours(18),
      skills: (technicians[Math.floor(index / stopsEach)]?.skills ?? someSkill(random)).slice(0, 1),
      ...(random() < 0.2 && { window: { from, to: from + hours(2) } }),
    });
  });
  const waiting = stops.slice(technicianCount * stopsEach);
  const matrix = estimatedTravel.matrix(places);
  const problem: Problem = { startAt: '2026-05-12T04:00:00.000Z', technicians, stops, leftOut: 0, matrix };
  const routes = technicians.map((technician) => filledRoute(problem, technician, stops, random, stopsEach));
  return { problem, routes, waiting };
};

const someSkill = (random: () => number) => [
  { skillId: skills[Math.floor(random() * skills.length)] ?? 'boiler', level: 1 },
];

/** Puts random stops of his skills where they cost least, as many as go in. */
const filledRoute = (
  problem: Problem,
  technician: ProblemTechnician,
  stops: readonly ProblemStop[],
  random: () => number,
  stopsEach: number,
): Route => {
  const index = problem.technicians.indexOf(technician);
  const own = stops.slice(index * stopsEach, (index + 1) * stopsEach);
  const rules = { grainSeconds: 60, ways: waysOf(problem) };
  const one: Problem = { ...problem, technicians: [technician], stops: own };
  const empty: Route = { technicianId: technician.id, stops: [], travelSeconds: 0, travelMetres: 0 };
  let solution = {
    routes: [empty],
    unassigned: [],
    figures: { scheduled: 0, late: 0, travelSeconds: 0, travelMetres: 0 },
  } as ReturnType<typeof applyInsertion>;
  for (const stop of [...own].sort(() => random() - 0.5)) {
    if (technicianRule(technician, stop)) continue;
    const [timeline] = timelinesOf(one, solution);
    const found = timeline && bestInsertion(timeline, stop, rules);
    if (found) solution = applyInsertion(one, solution, stop, found);
  }
  return solution.routes[0] ?? empty;
};
