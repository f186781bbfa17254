import { addDays, weekdayOf } from '../../../shared/geo/zoned-time.ts';

/** How many days stand on the board side by side. */
export type BoardSpan = 1 | 3 | 7;
export const boardSpans = [1, 3, 7] as const satisfies readonly BoardSpan[];

/** The days of a board: that day, that one and the two after it, or its week from Monday. */
export const boardDays = (day: string, span: BoardSpan): string[] => {
  const first = span === 7 ? addDays(day, 1 - weekdayOf(day)) : day;
  return Array.from({ length: span }, (_, i) => addDays(first, i));
};
