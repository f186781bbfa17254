import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../shared/routing/problem.ts';
import { boston } from './a-territory.ts';

export const hours = (count: number): number => Math.round(count * 3600);

/** Works from 08:00 to 17:00 from the middle of Boston, row 0 of the places. */
export const aProblemTechnician = (changes: Partial<ProblemTechnician> = {}): ProblemTechnician => ({
  id: 'rosa',
  territoryIds: ['central'],
  shifts: [{ from: hours(8), to: hours(17) }],
  availableFrom: hours(8),
  startPlace: 0,
  blocks: [],
  skills: [{ skillId: 'boiler', level: 2 }],
  expiredSkillIds: [],
  vanStock: new Map(),
  ...changes,
});

/** An hour of boiler work at row 1 of the places, due at 17:00. */
export const aStop = (changes: Partial<ProblemStop> = {}): ProblemStop => ({
  id: 'stop',
  version: 1,
  territoryId: 'central',
  place: 1,
  durationSeconds: hours(1),
  earliest: 0,
  due: hours(17),
  priority: 2,
  skills: [{ skillId: 'boiler', level: 1 }],
  parts: [],
  ...changes,
});

/** Five places: the start and four corners about 3 km from it. */
export const fivePlaces: readonly Position[] = [
  boston,
  [boston[0] + 0.03, boston[1]],
  [boston[0] - 0.03, boston[1]],
  [boston[0], boston[1] + 0.025],
  [boston[0], boston[1] - 0.025],
];

export const aProblem = (changes: Partial<Problem> = {}, places: readonly Position[] = fivePlaces): Problem => ({
  startAt: '2026-05-12T04:00:00.000Z',
  technicians: [aProblemTechnician()],
  stops: [],
  leftOut: 0,
  matrix: estimatedTravel.matrix(places),
  ...changes,
});
