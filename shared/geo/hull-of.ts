import type { Position } from '../model/place.ts';

/** The convex hull as a closed ring, anticlockwise: Andrew's monotone chain (1979), on longitude and latitude as they stand. */
export const hullOf = (positions: readonly Position[]): Position[] => {
  const sorted = [...positions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chainOf(sorted);
  const upper = chainOf(sorted.reverse());
  const [first] = lower;
  return first ? [...lower.slice(0, -1), ...upper.slice(0, -1), first] : [];
};

const chainOf = (sorted: readonly Position[]): Position[] => {
  const chain: Position[] = [];
  for (const position of sorted) {
    while (chain.length >= 2 && !turnsLeft(chain.at(-2), chain.at(-1), position)) chain.pop();
    chain.push(position);
  }
  return chain;
};

const turnsLeft = (a: Position | undefined, b: Position | undefined, c: Position): boolean =>
  a !== undefined && b !== undefined && (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
