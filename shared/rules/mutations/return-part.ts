import type { PartUsage } from '../../model/stock.ts';
import { movePart } from './move-part.ts';
import { refused } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** What was taken and not needed goes back onto the van, at most as much as was taken for this appointment. */
export const returnPart: VisitRule<'return-part'> = (visit, { usageId: id, partId, quantity }, doing) => {
  const decision = movePart(visit, { id, partId, quantity, kind: 'returned' }, doing);
  const taken = takenOf(visit.partUsages, partId);
  if (decision.ok && quantity > taken) {
    return refused('nothing-to-return', `Only ${taken} of it were taken for this appointment.`);
  }
  return decision;
};

const takenOf = (usages: readonly PartUsage[], partId: string): number =>
  usages
    .filter((usage) => usage.partId === partId)
    .reduce((sum, { kind, quantity }) => sum + (kind === 'returned' ? -quantity : quantity), 0);
