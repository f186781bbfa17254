import { describe, expect, test } from 'vitest';
import { decideCoverage } from '../../../../shared/rules/coverage/decide-coverage.ts';
import { contractCases } from './contract-cases.ts';
import { moneyCases } from './money-cases.ts';
import { warrantyCases } from './warranty-cases.ts';
import { factsOfCase, inWords, type WorkedCase } from './worked-case.ts';

describe.each<[string, readonly WorkedCase[]]>([
  ['what warranties bear', warrantyCases],
  ['what contracts bear', contractCases],
  ['money', moneyCases],
])('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (__, one) => {
    const { decides, because = [], needs = [], takes = [] } = one;
    expect(inWords(decideCoverage(factsOfCase(one)))).toEqual({ decides, because, needs, takes });
  });
});

test('there are sixty worked cases and more', () => {
  expect(warrantyCases.length + contractCases.length + moneyCases.length).toBeGreaterThanOrEqual(60);
});
