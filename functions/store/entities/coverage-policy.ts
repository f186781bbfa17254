import { coveragePolicySchema, type CoveragePolicy } from '../../../shared/model/coverage-policy.ts';
import { defineEntity } from '../entity.ts';

export const coveragePolicyEntity = defineEntity<CoveragePolicy, object>({
  name: 'coverage-policy',
  schema: coveragePolicySchema,
  key: () => ({ partition: ['COVERAGE-POLICY'], sort: 'COVERAGE-POLICY' }),
});
