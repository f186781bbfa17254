import { addDays } from '../../../shared/geo/zoned-time.ts';
import type { Asset } from '../../../shared/model/asset.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import type { BodyOf } from '../../../shared/protocol/endpoint.ts';
import type { createWarranty } from '../../../shared/protocol/endpoints/warranties.ts';

/** What is entered about a warranty. */
export type WarrantyDraft = BodyOf<typeof createWarranty>;
export type StartsBy = NonNullable<Warranty['startsBy']>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  assetId: _assetId,
  ...facts
}: Warranty): WarrantyDraft => facts;

/** A new one is the maker's for two years from the day of installation, on labour and parts. */
export const newWarranty = ({ installedOn }: Pick<Asset, 'installedOn'>): WarrantyDraft => ({
  kind: 'maker',
  clause: '',
  startsBy: 'installation',
  startsOn: installedOn,
  endsOn: lastDayOf(installedOn, 24),
  covers: { labour: 100, parts: 100, travel: 0 },
});

/** The day from which it counts, as far as the asset tells. */
export const startDayOf = (
  { soldOn, installedOn, firstUsedOn }: Pick<Asset, 'soldOn' | 'installedOn' | 'firstUsedOn'>,
  startsBy: StartsBy,
): Day | undefined => ({ sale: soldOn, installation: installedOn, 'first-use': firstUsedOn })[startsBy];

/** The last day of a term of so many months: two years from 1 June end on 31 May; a month that is too short ends it on its own last day. */
export const lastDayOf = (startsOn: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = startsOn.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const daysThere = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, daysThere));
  const after = first.toISOString().slice(0, 10);
  return date > daysThere ? after : addDays(after, -1);
};
