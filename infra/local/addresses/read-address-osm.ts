import type { AddressRow } from '../../../shared/geo/gazetteer/build-streets.ts';
import type { Position } from '../../../shared/model/place.ts';
import { readOsm, type OsmTags } from '../roads/read-osm.ts';
import type { ReadAddresses } from './read-address-csv.ts';

/** Address points (addr:street with addr:housenumber) and named streets of an OpenStreetMap extract. */
export function readAddressOsm(file: string): ReadAddresses {
  const rows: AddressRow[] = [];
  let skipped = 0;
  const places = new Map<number, Position>();
  const take = (tags: OsmTags, position: Position | undefined): void => {
    const row = rowOf(tags, position);
    if (row === 'none') return;
    if (row === 'incomplete') skipped += 1;
    else rows.push(row);
  };
  readOsm(file, {
    node(id, longitude, latitude, tags) {
      places.set(id, [longitude, latitude]);
      // Stops and crossings are named too; only ways are streets.
      if (tags.has('addr:housenumber')) take(tags, [longitude, latitude]);
    },
    // A building's address lies at one of its corners, a street's name in its middle.
    way({ tags, nodeIds }) {
      if (!tags.has('addr:housenumber') && !isNamedStreet(tags)) return;
      const known = nodeIds.map((id) => places.get(id)).filter((place) => place !== undefined);
      take(tags, known[Math.floor(known.length / 2)]);
    },
  });
  return { rows, skipped };
}

const rowOf = (tags: OsmTags, position: Position | undefined): AddressRow | 'none' | 'incomplete' => {
  const number = tags.get('addr:housenumber');
  const street = number === undefined ? isNamedStreet(tags) && tags.get('name') : tags.get('addr:street');
  if (number === undefined && !street) return 'none';
  if (!street || !position) return 'incomplete';
  const locality = tags.get('addr:city') ?? tags.get('addr:suburb') ?? '';
  return { street, locality, position, ...(number === undefined ? {} : { number }) };
};

const isNamedStreet = (tags: OsmTags): boolean =>
  tags.has('highway') && tags.has('name') && !tags.has('addr:housenumber');
