import type { Api } from '../../api/api.ts';
import { askedTravel } from '../../../shared/geo/asked-travel.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { TravelLeg, TravelModel, TravelSourceKind } from '../../../shared/geo/travel-model.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { Day } from '../../../shared/model/time.ts';
import { askTravelMatrix, mostMatrixPlaces } from '../../../shared/protocol/endpoints/travel-times.ts';

/** Ways between places as the server's planner reckons them, plain enough to be sent to a worker. */
export interface AskedWays {
  readonly source: TravelSourceKind;
  readonly tables: readonly WayTable[];
}
interface WayTable {
  readonly places: readonly Position[];
  readonly seconds: Int32Array;
  readonly metres: Int32Array;
}

/** One question for a day of up to 500 places, else one for each two halves of it; estimated where the server does not answer. */
export const askWays = async (
  api: Pick<Api, 'call'>,
  { territoryId, day, places }: { territoryId: string; day: Day; places: readonly Position[] },
  signal?: AbortSignal,
): Promise<AskedWays | undefined> => {
  const distinct = [...new Map(places.map((place) => [place.join(), place])).values()];
  if (distinct.length < 2) return undefined;
  const tables: WayTable[] = [];
  const sources = new Set<TravelSourceKind>();
  for (const asked of questions(distinct)) {
    const body = { day, places: asked.map(([longitude, latitude]): Position => [longitude, latitude]) };
    const answer = await api.call(askTravelMatrix, { params: { territoryId }, body }, signal ? { signal } : {});
    sources.add(answer.travelSource);
    tables.push({ places: asked, seconds: Int32Array.from(answer.seconds), metres: Int32Array.from(answer.metres) });
  }
  const [source = 'estimate', ...others] = sources;
  return { source: others.length === 0 ? source : 'estimate', tables };
};

/** Every two places stand together in at least one of them. */
const questions = (places: readonly Position[]): Position[][] => {
  if (places.length <= mostMatrixPlaces) return [[...places]];
  const half = mostMatrixPlaces / 2;
  const groups = Array.from({ length: Math.ceil(places.length / half) }, (_, index) =>
    places.slice(index * half, (index + 1) * half),
  );
  return groups.flatMap((group, index) => groups.slice(index + 1).map((other) => [...group, ...other]));
};

/** The estimate where nothing was asked for. */
export const travelBy = (ways: AskedWays | undefined): TravelModel => {
  if (!ways) return estimatedTravel;
  const tables = ways.tables.map((table) => ({
    ...table,
    at: new Map(table.places.map((place, index) => [place.join(), index])),
  }));
  return askedTravel(ways.source, (from, to): TravelLeg | undefined => {
    const [fromName, toName] = [from.join(), to.join()];
    for (const { at, places, seconds, metres } of tables) {
      const [row, column] = [at.get(fromName), at.get(toName)];
      if (row === undefined || column === undefined) continue;
      const cell = row * places.length + column;
      return { seconds: seconds[cell] ?? 0, metres: metres[cell] ?? 0 };
    }
    return undefined;
  });
};
