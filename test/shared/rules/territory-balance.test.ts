import { expect, test } from 'vitest';
import { territoryBalance } from '../../../shared/rules/territory-balance.ts';

const load = (territoryId: string, workHours: number, shiftHoursPerWeek: number) => ({
  territoryId,
  workHours,
  shiftHoursPerWeek,
});

test('territories with their share of work are balanced, others are over or under by how much', () => {
  const [north, south, east] = territoryBalance([
    load('north', 50, 100),
    load('south', 80, 100),
    load('east', 20, 100),
  ]);
  expect(north).toMatchObject({ load: 0.5, verdict: 'balanced' });
  expect(north?.deviation).toBeCloseTo(0);
  expect(south).toMatchObject({ verdict: 'over' });
  expect(south?.deviation).toBeCloseTo(0.6);
  expect(east).toMatchObject({ verdict: 'under' });
});

test('work where nobody is at home is told as such, and an idle company is balanced', () => {
  expect(territoryBalance([load('north', 10, 0), load('south', 10, 100)])[0]).toMatchObject({ verdict: 'nobody' });
  expect(territoryBalance([load('north', 0, 40), load('south', 0, 0)]).map(({ verdict }) => verdict)).toEqual([
    'balanced',
    'balanced',
  ]);
});
