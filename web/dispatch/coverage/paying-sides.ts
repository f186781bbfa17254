import type { PartyShares } from '../../../shared/model/money.ts';

const sides = ['customer', 'company', 'maker', 'lessor'] as const;
export type Side = (typeof sides)[number];

/** The customer always, and who else pays anything of it. */
export const payingSides = (totals: PartyShares): Side[] =>
  sides.filter((side) => side === 'customer' || totals[side] > 0);
