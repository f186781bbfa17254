import type { ProblemStop } from '../problem.ts';
import { placeIf, proposed, type ChangeKind } from './change-search.ts';

/** A customer who must be asked is as bad as a quarter of an hour of travel, and each second as bad as half a second. */
const askingPrice = 900;
const perShiftedSecond = 0.5;

/** Where another time than the one that was told would do. */
export const changeWindow: ChangeKind = ({ timelines, stop, rules }) => {
  if (!stop.window && !stop.windows) return [];
  const { window: _window, windows: _windows, ...anyTime } = stop;
  return timelines.flatMap((timeline) => {
    const found = placeIf(timeline, anyTime, rules);
    if (!found) return [];
    const shiftSeconds = shiftTo(stop, found.start);
    const price = askingPrice + Math.abs(shiftSeconds) * perShiftedSecond;
    return [proposed({ kind: 'window', shiftSeconds }, found, price)];
  });
};

/** How far a start lies after (or, below zero, before) the nearest window. */
const shiftTo = ({ window, windows }: ProblemStop, start: number): number => {
  const all = windows ?? (window ? [window] : []);
  const shifts = all.map(({ from, to }) => (start > to ? start - to : Math.min(0, start - from)));
  return shifts.reduce((best, each) => (Math.abs(each) < Math.abs(best) ? each : best), shifts[0] ?? 0);
};
