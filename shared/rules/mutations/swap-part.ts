import { movePart } from './move-part.ts';
import type { VisitRule } from './visit-rule.ts';

/** A unit of the van was fitted in the place of a faulty one; both serials are kept. */
export const swapPart: VisitRule<'swap-part'> = (visit, { usageId: id, partId, ...serials }, doing) =>
  movePart(
    visit,
    {
      id,
      partId,
      quantity: 1,
      kind: 'swapped',
      removedSerial: serials.removedSerial,
      fittedSerial: serials.fittedSerial,
    },
    doing,
  );
