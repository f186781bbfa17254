/** What stands outside of the database, so that its loss is noticed: browsers may clear a page's database when room is short. */
export interface KeptMarker {
  readonly clientId: string;
  readonly unsent: number;
  /** When that was so, by the device's clock, milliseconds since the epoch. */
  readonly at: number;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (owner: string): string => `fieldline.phone.${owner}`;

export const readMarker = (place: Place, owner: string): KeptMarker | undefined => {
  try {
    const read: unknown = JSON.parse(place.getItem(keyOf(owner)) ?? 'null');
    return isMarker(read) ? read : undefined;
  } catch {
    return undefined;
  }
};

export const setMarker = (place: Place, owner: string, marker: KeptMarker): void =>
  place.setItem(keyOf(owner), JSON.stringify(marker));

export const removeMarker = (place: Place, owner: string): void => place.removeItem(keyOf(owner));

const isMarker = (read: unknown): read is KeptMarker =>
  typeof read === 'object' && read !== null && 'clientId' in read && 'unsent' in read && 'at' in read;
