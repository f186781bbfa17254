import type { Position } from '../model/place.ts';

/** Gives each distinct place one row of the travel matrix. */
export interface PlaceIndex {
  readonly positions: readonly Position[];
  indexOf(position: Position): number;
}

export const placeIndex = (): PlaceIndex => {
  const positions: Position[] = [];
  // By longitude, then latitude: making one text of both would take longer than all the rest.
  const rows = new Map<number, Map<number, number>>();
  const indexOf = (position: Position): number => {
    const [longitude, latitude] = position;
    const there = rows.get(longitude) ?? new Map<number, number>();
    const row = there.get(latitude) ?? positions.push(position) - 1;
    rows.set(longitude, there.set(latitude, row));
    return row;
  };
  return { positions, indexOf };
};
