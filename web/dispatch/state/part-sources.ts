import type { Api } from '../../api/api.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { readStockLocations } from '../administration/read-stock-locations.ts';
import { quantitiesOf } from './quantities-of.ts';
import { readStockLevels } from './read-stock-levels.ts';

/** The nearest place from which a part can be fetched; none where nobody has enough of it. */
export interface PartSource {
  readonly partId: string;
  readonly nearest?: { readonly name: string; readonly metres: number; readonly free: number } | undefined;
}

/** Where parts that are on no van could be fetched for an appointment: warehouses and depots with enough of them, as the crow flies. */
export const partSources = async (
  api: Api,
  { place: here, partRequirements }: Appointment,
  partIds: readonly string[],
): Promise<PartSource[]> => {
  const places = (await readStockLocations(api)).filter(({ kind }) => kind === 'warehouse' || kind === 'depot');
  const known = await Promise.all(
    places.map(async ({ id, name, place }) => ({ name, place, free: quantitiesOf(await readStockLevels(api, id)) })),
  );
  return partIds.map((partId) => {
    const needed = partRequirements.find((one) => one.partId === partId)?.quantity ?? 1;
    const [nearest] = known
      .flatMap(({ name, place, free }) =>
        place && (free.get(partId) ?? 0) >= needed
          ? [{ name, metres: metresBetween(here.location, place.location), free: free.get(partId) ?? 0 }]
          : [],
      )
      .sort((a, b) => a.metres - b.metres);
    return { partId, nearest };
  });
};
