import type { Format } from '../../ui/format.ts';
import type { WhatIfAnswer } from './compare-days.ts';
import type { DayOutcome } from './day-outcome.ts';
import { t } from './messages.ts';

export interface OutcomeLine {
  readonly name: string;
  readonly standing: string;
  readonly planned: string;
  readonly changed: string;
  /** Of the what-if against the day planned without it; undefined where it is the same, or neither. */
  readonly verdict: 'better' | 'worse' | undefined;
}

/** The figures of the three ways of doing the day, side by side. */
export const outcomeLines = ({ standing, planned, changed }: WhatIfAnswer, format: Format): OutcomeLine[] => {
  const time = (seconds: number) => (seconds < 60 ? '0' : format.duration(seconds));
  const points = (count: number) => t('points', { count });
  const line = (
    name: string,
    pick: (outcome: DayOutcome) => number,
    words: (value: number) => string,
    wish: 'more' | 'less' | 'neither',
  ): OutcomeLine => ({
    name,
    standing: words(pick(standing)),
    planned: words(pick(planned)),
    changed: words(pick(changed)),
    verdict: verdictOf(pick(changed) - pick(planned), wish),
  });
  return [
    line(t('figure.planned'), (one) => one.planned, format.number, 'neither'),
    line(t('figure.lost'), (one) => one.lost, format.number, 'less'),
    line(t('figure.lostUrgent'), (one) => one.lostUrgent, format.number, 'less'),
    line(t('figure.late'), (one) => one.late, format.number, 'less'),
    line(t('figure.travel'), (one) => one.travelSeconds, time, 'less'),
    line(t('figure.overtime'), (one) => one.overtimeSeconds, time, 'less'),
    line(t('figure.utilisation'), (one) => one.utilisationPercent, format.percent, 'neither'),
    line(t('figure.spread'), (one) => one.spreadPoints, points, 'less'),
  ];
};

const verdictOf = (difference: number, wish: 'more' | 'less' | 'neither'): OutcomeLine['verdict'] => {
  if (difference === 0 || wish === 'neither') return undefined;
  return difference > 0 === (wish === 'more') ? 'better' : 'worse';
};
