import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { atMost, type Figure } from '../bench-record.ts';
import { errorsAgainst } from './errors-against.ts';
import type { OsrmTable } from './osrm-reference.ts';
import { somePlaces } from './some-places.ts';

/** Asks a running OSRM (`--osrm URL`, with --max-table-size 500) for a table of the same size and holds own times and speed against it. */
export const liveOsrm = async (
  network: RoadNetwork,
  url: string,
  seed: number,
  ownMilliseconds: number,
): Promise<Figure[]> => {
  const places = somePlaces(network, 500, seed);
  const list = places.map(([longitude, latitude]) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`).join(';');
  const address = `${url.replace(/\/$/, '')}/table/v1/driving/${list}?annotations=duration,distance`;
  const times: number[] = [];
  let table: OsrmTable | undefined;
  for (let round = 0; round < 4; round += 1) {
    const begun = performance.now();
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`OSRM answered ${answer.status}`);
    // The documented answer of OSRM's table service.
    const told = (await answer.json()) as Omit<OsrmTable, 'coordinates'>;
    times.push(performance.now() - begun);
    table = { ...told, coordinates: places };
  }
  const theirs = Math.min(...times);
  const figures = table ? errorsAgainst(network, table) : [];
  return [
    atMost('S4-share-of-live-osrm', ownMilliseconds / theirs, 'of its wall time', 0.5),
    ...figures.map((each) => ({ ...each, id: `live-${each.id}` })),
  ];
};
