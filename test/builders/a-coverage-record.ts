import { coverageRecordSchema, type CoverageRecord } from '../../shared/model/coverage-record.ts';
import { recordHash } from '../../shared/rules/coverage/coverage-chain.ts';
import { decideCoverage } from '../../shared/rules/coverage/decide-coverage.ts';
import { someCoverageFacts } from './some-coverage-facts.ts';
import { anId } from './an-id.ts';

/** The first decision of a work order, signed by nobody. */
export const aCoverageRecord = (changes: Partial<CoverageRecord> = {}): CoverageRecord => {
  const facts = changes.facts ?? someCoverageFacts();
  const unsigned = {
    workOrderId: anId('workOrder'),
    sequence: 1,
    at: '2026-05-12T14:05:00.000Z',
    by: { kind: 'staff', id: 'a1', name: 'Abel' } as const,
    facts,
    decision: decideCoverage(facts),
    ...changes,
  };
  return coverageRecordSchema.parse({ ...unsigned, hash: recordHash(unsigned), signature: 'a'.repeat(64), ...changes });
};
