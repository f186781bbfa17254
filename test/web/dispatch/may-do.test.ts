import { expect, it } from 'vitest';
import { mayDo } from '../../../web/dispatch/state/may-do.ts';

const doings = ['dispatch', 'draw', 'keep-stock', 'answer', 'decide'] as const;

it.each([
  ['dispatcher', ['dispatch', 'answer', 'decide']],
  ['agent', ['answer', 'decide']],
  ['clerk', ['keep-stock', 'decide']],
  ['manager', doings],
  ['technician', []],
] as const)('Of all that is done at the desk, a %s does %j', (role, done) => {
  expect(doings.filter((what) => mayDo({ roles: [role] }, what))).toEqual(done);
});
