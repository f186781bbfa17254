import type { CoverageDecision, CoverageDifference, CoverageLine } from '../../model/coverage-decision.ts';
import { canonicalJson } from './canonical-json.ts';

/** From one decision to the next: who pays how much more or less, and which lines are new, gone or others; undefined where nothing is. */
export const coverageDifference = (
  before: CoverageDecision,
  after: CoverageDecision,
): CoverageDifference | undefined => {
  const ids = [...new Set([...before.lines, ...after.lines].map(({ id }) => id))];
  const lines = ids.flatMap((id) => lineDifference(id, lineOf(before, id), lineOf(after, id)));
  if (lines.length === 0) return undefined;
  const more = (side: keyof CoverageDecision['totals']): number => after.totals[side] - before.totals[side];
  return {
    totalMinorUnits: after.totalMinorUnits - before.totalMinorUnits,
    totals: { customer: more('customer'), company: more('company'), maker: more('maker'), lessor: more('lessor') },
    lines,
  };
};

const lineOf = ({ lines }: CoverageDecision, id: string): CoverageLine | undefined =>
  lines.find((line) => line.id === id);

const lineDifference = (
  id: string,
  before: CoverageLine | undefined,
  after: CoverageLine | undefined,
): CoverageDifference['lines'] => {
  if (!before && after) return [{ id, change: 'added', after }];
  if (before && !after) return [{ id, change: 'removed', before }];
  if (!before || !after || canonicalJson(before) === canonicalJson(after)) return [];
  return [{ id, change: 'changed', before, after }];
};
