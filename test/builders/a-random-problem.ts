import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../shared/routing/problem.ts';
import { seededRandom } from '../../shared/routing/seeded-random.ts';
import { aProblemTechnician, aStop, hours } from './a-problem.ts';
import { boston } from './a-territory.ts';

interface Dice {
  below(limit: number): number;
  chance(share: number): boolean;
}

const diceOf = (seed: number): Dice => {
  const random = seededRandom(seed);
  return { below: (limit) => Math.floor(random() * limit), chance: (share) => random() < share };
};

const skills = ['boiler', 'gas', 'cooling'];
const quarter = 900;

const somePlace = ({ below }: Dice): Position => [
  boston[0] + (below(1000) - 500) / 5000,
  boston[1] + (below(1000) - 500) / 5000,
];

const someTechnician = (dice: Dice, index: number): ProblemTechnician => {
  const { below, chance } = dice;
  const begins = hours(7) + below(12) * quarter;
  const noon = begins + hours(4);
  const shifts = chance(0.2)
    ? [
        { from: begins, to: noon },
        { from: noon + hours(1), to: noon + hours(5) },
      ]
    : [{ from: begins, to: begins + hours(8) }];
  const absence = begins + below(24) * quarter;
  return aProblemTechnician({
    id: `technician-${index}`,
    shifts,
    availableFrom: begins + (chance(0.3) ? below(hours(3)) : 0),
    startPlace: index,
    territoryIds: chance(0.9) ? ['central'] : ['south'],
    blocks: chance(0.3) ? [{ from: absence, to: absence + hours(1), ...(chance(0.5) && { place: index }) }] : [],
    ...(chance(0.7) && {
      breakRule: { earliest: begins + hours(3), latest: begins + hours(5), durationSeconds: 1800 },
    }),
    skills: skills.filter(() => chance(0.7)).map((skillId) => ({ skillId, level: 1 + below(3) })),
    expiredSkillIds: chance(0.1) ? ['gas'] : [],
    vanStock: new Map([['valve', below(4)]]),
  });
};

const someStop = (dice: Dice, index: number, place: number, technicians: number): ProblemStop => {
  const { below, chance } = dice;
  const windowFrom = hours(7) + below(32) * quarter;
  const durationSeconds = quarter + below(8) * quarter;
  const presentFrom = hours(7) + below(36) * quarter;
  return aStop({
    id: `stop-${index}`,
    place,
    durationSeconds,
    earliest: chance(0.8) ? 0 : hours(9),
    due: hours(-10 + below(80)),
    priority: below(4),
    skills: chance(0.7) ? [{ skillId: skills[below(3)] ?? 'boiler', level: 1 + below(2) }] : [],
    parts: chance(0.2) ? [{ partId: 'valve', quantity: 1 }] : [],
    ...(chance(0.3) && { window: { from: windowFrom, to: windowFrom + hours(2) } }),
    // Scattered without regard to rules: people assign against advice, and the planner must bear it.
    ...(chance(0.15) && {
      present: {
        technicianId: `technician-${below(technicians)}`,
        from: presentFrom,
        to: presentFrom + durationSeconds,
        fixed: chance(0.5),
      },
    }),
  });
};

/** A problem of any shape that the seed gives, broken standing assignments included. */
export const aRandomProblem = (seed: number, technicianCount: number, stopCount: number): Problem => {
  const dice = diceOf(seed);
  const places = Array.from({ length: technicianCount + stopCount }, () => somePlace(dice));
  return {
    startAt: '2026-05-12T04:00:00.000Z',
    technicians: Array.from({ length: technicianCount }, (_, index) => someTechnician(dice, index)),
    stops: Array.from({ length: stopCount }, (_, index) =>
      someStop(dice, index, technicianCount + index, technicianCount),
    ),
    leftOut: 0,
    matrix: estimatedTravel.matrix(places),
  };
};
