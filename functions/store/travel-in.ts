import { learnedTravel } from '../../shared/geo/learned-travel.ts';
import { learnTravelFactors, type TravelFactors } from '../../shared/geo/travel-learning.ts';
import type { TravelModel } from '../../shared/geo/travel-model.ts';
import type { TravelQuestion, TravelSource } from '../../shared/geo/travel-source.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { drivesOf } from './questions/drives-of.ts';
import type { Table } from './table-client.ts';

export interface TravelAsked extends Pick<TravelQuestion, 'places' | 'centre'> {
  readonly table: Table;
  readonly travel: TravelSource;
  readonly tenantId: string;
  readonly territory: Pick<Territory, 'id' | 'timeZone' | 'roadNetwork'>;
  /** When somebody would leave; one instant where one table serves the whole question. */
  readonly departAt: number;
}

/** The newest drives are enough: a season of a territory. */
const drivesRead = 400;
const freshMilliseconds = 3_600_000;

interface Learned {
  readonly at: number;
  readonly factors: Promise<TravelFactors | undefined>;
}
const learnedByTable = new WeakMap<Table, Map<string, Learned>>();

/** Travel in a territory as everything that plans and promises sees it: its source, corrected by what its own drives taught. */
export const travelIn = async (asked: TravelAsked): Promise<TravelModel> => {
  const { travel, tenantId, territory, departAt, places, centre } = asked;
  const question = { territoryId: territory.id, roadNetwork: territory.roadNetwork, places, departAt };
  const model = await travel.prepare(tenantId, { ...question, ...(centre && { centre }) });
  return learnedTravel(model, await factorsOf(asked, model), territory.timeZone);
};

/** Kept for an hour: what a season taught does not change sooner, and reading it costs some 20 units. */
const factorsOf = ({ table, tenantId, territory, departAt }: TravelAsked, { source }: TravelModel) => {
  const known = learnedByTable.get(table) ?? new Map<string, Learned>();
  learnedByTable.set(table, known);
  const key = `${tenantId} ${territory.id} ${source}`;
  const before = known.get(key);
  if (before && Math.abs(departAt - before.at) < freshMilliseconds) return before.factors;
  const factors = drivesOf(table, tenantId, territory.id, drivesRead).then((drives) =>
    drives.length === 0 ? undefined : learnTravelFactors(drives, source),
  );
  known.set(key, { at: departAt, factors });
  // A failed reading is not kept.
  factors.catch(() => known.delete(key));
  return factors;
};
