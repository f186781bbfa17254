import type { Place } from '../../../../shared/model/place.ts';
import type { ResponseOf } from '../../../../shared/protocol/endpoint.ts';
import type { listAssets } from '../../../../shared/protocol/endpoints/assets.ts';

/** A machine as the map needs it. */
export interface KnownAsset {
  readonly id: string;
  readonly name: string;
  readonly serial: string;
  readonly customer: string;
  readonly place: Place;
}

export type AssetsById = ReadonlyMap<string, KnownAsset>;

export const noAssets: AssetsById = new Map();

/** Those known before and those of one more page of the list. */
export const withPage = (
  before: AssetsById,
  { items, sites, customers }: ResponseOf<typeof listAssets>,
): AssetsById => {
  const placeOf = new Map(sites?.map(({ id, place }) => [id, place]));
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
  const learned = items.flatMap(({ id, name, serial, siteId, customerId }) => {
    const place = placeOf.get(siteId);
    return place ? [[id, { id, name, serial, place, customer: nameOf.get(customerId) ?? '' }] as const] : [];
  });
  return new Map([...before, ...learned]);
};
