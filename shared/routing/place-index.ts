import type { Position } from '../model/place.ts';

/** Gives each distinct place one row of the travel matrix. */
export interface PlaceIndex {
  readonly positions: readonly Position[];
  indexOf(position: Position): number;
}

export const placeIndex = (): PlaceIndex => {
  const positions: Position[] = [];
  const rows = new Map<string, number>();
  const indexOf = (position: Position): number => {
    const key = position.join(' ');
    const row = rows.get(key) ?? positions.push(position) - 1;
    rows.set(key, row);
    return row;
  };
  return { positions, indexOf };
};
