import { expect, test } from 'vitest';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import { compile } from '../../../../shared/routing/kernel/compile.ts';
import { InsertionScan } from '../../../../shared/routing/kernel/insertion-scan.ts';
import { WorkingPlan } from '../../../../shared/routing/kernel/working-plan.ts';
import { Random } from '../../../../shared/routing/search/random.ts';
import { aProblem, aProblemTechnician, aStop, fivePlaces } from '../../../builders/a-problem.ts';
import { boston } from '../../../builders/a-territory.ts';

const besideTheStart = fivePlaces.length;
const matrix = estimatedTravel.matrix([...fivePlaces, [boston[0], boston[1] + 0.004]]);

/** Rosa passes the new stop before she drives three kilometres to hers; Sam's is half a kilometre from it, and he must come back. */
const chosen = (sprawl: number): string | undefined => {
  const technicians = [aProblemTechnician({ id: 'rosa' }), aProblemTechnician({ id: 'sam', startPlace: 3 })];
  const stops = [
    aStop({ id: 'rosas', place: 1 }),
    aStop({ id: 'sams', place: besideTheStart }),
    aStop({ id: 'new', place: 0 }),
  ];
  const kernel = compile(aProblem({ technicians, stops, matrix, preferences: { sprawl } }));
  const plan = new WorkingPlan(kernel);
  plan.insert(0, 1, 0);
  plan.insert(1, 1, 1);
  plan.keep();
  const scan = new InsertionScan(kernel, new Random(1), 0);
  scan.begin(2);
  plan.routes.forEach((_, route) => {
    scan.look(plan, route);
  });
  return technicians[scan.route]?.id;
};

test('a stop is put in where the way is shortest, or near the centre of a route where sprawl costs more', () => {
  expect(chosen(0)).toBe('rosa');
  expect(chosen(1_000)).toBe('sam');
});
