import { dayBounds } from '../../../shared/geo/zoned-time.ts';

/** From the first midnight of some days to the last, in epoch milliseconds. */
export const boardBounds = (days: readonly string[], zone: string): { readonly from: number; readonly to: number } => {
  const [first = ''] = days;
  return {
    from: Date.parse(dayBounds(first, zone).from),
    to: Date.parse(dayBounds(days.at(-1) ?? first, zone).to),
  };
};
