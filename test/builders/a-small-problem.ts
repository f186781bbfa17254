import type { Problem, ProblemStop, ProblemTechnician } from '../../shared/routing/problem.ts';
import { seededRandom } from '../../shared/routing/seeded-random.ts';
import { aProblemTechnician, aStop } from './a-problem.ts';

const minute = 60;

/** Two technicians and a few stops with windows, due times, skills, loads and locks: small enough to try every plan. Whole seconds, no grain. */
export const aSmallProblem = (seed: number, stopCount: number): Problem => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const chance = (share: number): boolean => random() < share;
  const size = stopCount + 2;
  const points = Array.from({ length: size }, () => ({ x: below(60), y: below(60) }));
  const seconds = Int32Array.from(
    points.flatMap((a) => points.map((b) => Math.round(Math.hypot(a.x - b.x, a.y - b.y)) * minute)),
  );
  const end = 6 * 3600 + below(3600);
  const hasLoads = chance(0.3);
  const technicians = [0, 1].map((index): ProblemTechnician =>
    aProblemTechnician({
      id: `technician-${index}`,
      startPlace: index,
      endPlace: index,
      availableFrom: 0,
      shifts: [{ from: 0, to: end }],
      skills: [{ skillId: 'boiler', level: 1 + below(2) }],
      ...(hasLoads && { capacity: [3 + below(3)] }),
      ...(chance(0.3) && { maxStopsPerShift: 2 + below(2) }),
    }),
  );
  const stops = Array.from({ length: stopCount }, (_, index): ProblemStop => {
    const from = below(end);
    return aStop({
      id: `stop-${index}`,
      place: 2 + index,
      durationSeconds: minute * (20 + below(80)),
      due: chance(0.3) ? from : end * 2,
      priority: below(3),
      skills: chance(0.6) ? [{ skillId: 'boiler', level: 1 + below(2) }] : [],
      ...(chance(0.5) && { window: { from, to: from + minute * (30 + below(120)) } }),
      ...(hasLoads && { delivery: [below(3)] }),
      ...(chance(0.1) && { forbiddenTechnicianIds: ['technician-0'] }),
      ...(chance(0.2) && { preferredTechnicianIds: ['technician-1'], otherTechnicianCost: 900 }),
    });
  });
  return {
    startAt: '2026-05-12T04:00:00.000Z',
    technicians,
    stops,
    leftOut: 0,
    matrix: { size, seconds, metres: seconds },
    startGrainSeconds: 1,
  };
};
