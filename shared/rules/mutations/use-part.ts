import { movePart } from './move-part.ts';
import type { VisitRule } from './visit-rule.ts';

/** A part of the van was used. */
export const usePart: VisitRule<'use-part'> = (visit, { usageId: id, partId, quantity }, doing) =>
  movePart(visit, { id, partId, quantity }, doing);
