import type { Day } from '../../../shared/model/time.ts';

/** Something that covers from one day to another, both inclusive; without an end, until further notice. */
export interface CoverSpan {
  readonly id: string;
  readonly from: Day;
  readonly to: Day | undefined;
}
export type SpanState = 'past' | 'in-force' | 'coming';
/** Where it lies on the line, in shares of its length. */
export interface CoverBar<Span> {
  readonly span: Span;
  readonly left: number;
  readonly width: number;
  readonly state: SpanState;
}
export interface TimeLine<Span> {
  readonly from: Day;
  readonly to: Day;
  readonly today: number;
  readonly ticks: readonly { readonly year: string; readonly left: number }[];
  readonly bars: readonly CoverBar<Span>[];
}

/** Draws what covers over whole years, today among them; bars in the order in which they begin. */
export const timeLineOf = <Span extends CoverSpan>(spans: readonly Span[], today: Day): TimeLine<Span> => {
  const days = [today, ...spans.flatMap(({ from, to }) => [from, to ?? today])].sort();
  const firstYear = yearOf(days[0] ?? today);
  const endYear = yearOf(days.at(-1) ?? today) + 1;
  const [begin, end] = [dayNumber(`${firstYear}-01-01`), dayNumber(`${endYear}-01-01`)];
  const share = (number: number) => (Math.min(Math.max(number, begin), end) - begin) / (end - begin);
  const bars = spans.map((span): CoverBar<Span> => {
    const left = share(dayNumber(span.from));
    const right = span.to === undefined ? 1 : share(dayNumber(span.to) + 1);
    return { span, left, width: Math.max(0, right - left), state: stateOf(span, today) };
  });
  return {
    from: `${firstYear}-01-01`,
    to: `${endYear - 1}-12-31`,
    today: share(dayNumber(today)),
    ticks: yearsBetween(firstYear, endYear).map((year) => ({ year, left: share(dayNumber(`${year}-01-01`)) })),
    bars: bars.sort((a, b) => a.left - b.left || (a.span.id < b.span.id ? -1 : 1)),
  };
};

export const stateOf = ({ from, to }: Pick<CoverSpan, 'from' | 'to'>, today: Day): SpanState => {
  if (today < from) return 'coming';
  return to !== undefined && to < today ? 'past' : 'in-force';
};

/** So many years have room for their numbers. */
const mostTicks = 10;
const yearsBetween = (first: number, end: number): string[] => {
  const step = Math.ceil((end - first) / mostTicks);
  return Array.from({ length: Math.ceil((end - first) / step) }, (_, i) => String(first + i * step));
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
