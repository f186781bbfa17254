/**
 * Splits an amount in whole minor units by weights, to the last unit: each gets the whole units of its exact share, and
 * what is left goes, unit by unit, to the largest remainders; of equal ones to the first. (The method of Hamilton.)
 */
export const splitAmount = (amountMinorUnits: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amountMinorUnits) * BigInt(weight));
  const amounts = exact.map((share) => Number(share / BigInt(total)));
  const remainders = exact.map((share) => Number(share % BigInt(total)));
  const left = amountMinorUnits - amounts.reduce((sum, amount) => sum + amount, 0);
  const order = remainders.map((_, at) => at).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const at of order.slice(0, left)) amounts[at] = (amounts[at] ?? 0) + 1;
  return amounts;
};

/** Of an amount that many of so many, rounded; a half goes up. Whole numbers only: a product of two may be too large for a float. */
export const shareOf = (amountMinorUnits: number, part: number, whole: number): number =>
  splitAmount(amountMinorUnits, [part, whole - part])[0] ?? 0;
