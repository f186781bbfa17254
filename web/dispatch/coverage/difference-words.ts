import type { CoverageDifference } from '../../../shared/model/coverage-decision.ts';
import { language } from '../../ui/language.svelte.ts';
import { moneyWords } from '../../ui/money.ts';
import { t } from './messages.ts';

const sides = ['customer', 'company', 'maker', 'lessor'] as const;

/** Who pays how much more or less since it was decided, and which lines came, went or changed. */
export const differenceWords = ({ totals, lines }: CoverageDifference, currency: string): string[] => {
  const money = (minor: number) => moneyWords(Math.abs(minor), currency, language.current);
  const changed = sides.filter((side) => totals[side] !== 0);
  return [
    ...changed.map((side) =>
      t(totals[side] > 0 ? 'difference.more' : 'difference.less', {
        who: t(`party.${side}`),
        amount: money(totals[side]),
      }),
    ),
    ...(['added', 'removed', 'changed'] as const).flatMap((change) => {
      const count = lines.filter((line) => line.change === change).length;
      return count > 0 ? [t(`difference.${change}`, { count })] : [];
    }),
  ];
};
