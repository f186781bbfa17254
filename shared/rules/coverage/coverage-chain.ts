import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CoverageDecision } from '../../model/coverage-decision.ts';
import type { CoverageRecord } from '../../model/coverage-record.ts';
import { canonicalJson } from './canonical-json.ts';
import { decideCoverage } from './decide-coverage.ts';

type Unsigned = Omit<CoverageRecord, 'hash' | 'signature'>;

/** SHA-256 of a value's canonical JSON, in lower-case hex: the same on every device. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** The hash of a decision alone, for comparing what two devices decided. */
export const decisionHash = (decision: CoverageDecision): string => hashOf(decision);

/** The hash of a record: over its facts, its decision, and the hash of the one before. */
export const recordHash = ({ workOrderId, sequence, at, by, facts, decision, previousHash }: Unsigned): string =>
  hashOf({ workOrderId, sequence, at, by, facts, decision, previousHash });

export type ChainFault = 'gap' | 'altered' | 'signature';

/** Whether the facts that were kept give the decision that was kept. */
export const replays = ({ facts, decision }: Pick<CoverageRecord, 'facts' | 'decision'>): boolean =>
  decisionHash(decideCoverage(facts)) === decisionHash(decision);

/**
 * Whether records, the first one first, are what they were when they were written. `verify` checks a signature of a hash; where the key is not at hand it may be left out.
 */
export const chainFault = (
  records: readonly CoverageRecord[],
  verify: (hash: string, signature: string) => boolean = () => true,
): ChainFault | undefined => {
  for (const [at, record] of records.entries()) {
    if (record.sequence !== at + 1 || record.previousHash !== records[at - 1]?.hash) return 'gap';
    if (recordHash(record) !== record.hash) return 'altered';
    if (!verify(record.hash, record.signature)) return 'signature';
  }
  return undefined;
};
