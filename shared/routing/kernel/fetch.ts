const mark = '\u0001';

/** A part that one stop's technician fetches on his way to it: a stop of the search, which no problem knows. */
export interface Fetch {
  readonly stopId: string;
  readonly place: number;
  readonly quantity: number;
  readonly partId: string;
}

/** What a stop of the search stands for, where it is a fetch. */
export const fetchOf = (id: string): Fetch | undefined => {
  if (!id.includes(mark)) return undefined;
  const [stopId = '', place, quantity, partId = ''] = id.split(mark);
  return { stopId, place: Number(place), quantity: Number(quantity), partId };
};

export const fetchId = ({ stopId, place, quantity, partId }: Fetch): string =>
  [stopId, place, quantity, partId].join(mark);
