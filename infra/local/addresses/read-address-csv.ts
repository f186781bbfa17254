import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { AddressRow } from '../../../shared/geo/gazetteer/build-streets.ts';

export interface ReadAddresses {
  readonly rows: AddressRow[];
  readonly skipped: number;
}

/** Names that columns go by in OpenAddresses, in exports of cities and in spreadsheets. */
const names = {
  street: ['street', 'street_name', 'streetname', 'road', 'addr:street', 'full_street_name'],
  number: ['number', 'house_number', 'housenumber', 'street_number', 'addr:housenumber', 'no'],
  locality: ['city', 'locality', 'town', 'district', 'addr:city', 'mailing_neighborhood'],
  longitude: ['lon', 'lng', 'longitude', 'x'],
  latitude: ['lat', 'latitude', 'y'],
} as const;
type Column = keyof typeof names;

/** Addresses of a CSV file with a head line; throws where it lacks street or coordinates. */
export async function readAddressCsv(file: string): Promise<ReadAddresses> {
  const rows: AddressRow[] = [];
  let skipped = 0;
  const heads = new Map<Column, string>();
  const parser = createReadStream(file).pipe(parse({ columns: true, bom: true, skip_empty_lines: true, trim: true }));
  for await (const record of parser as AsyncIterable<Record<string, string>>) {
    if (heads.size === 0) findHeads(record, heads, file);
    const value = (column: Column): string => record[heads.get(column) ?? ''] ?? '';
    const [longitude, latitude] = [numberOf(value('longitude')), numberOf(value('latitude'))];
    const isPlace = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0);
    if (value('street') === '' || !isPlace) {
      skipped += 1;
      continue;
    }
    const number = value('number');
    rows.push({
      street: value('street'),
      locality: value('locality'),
      ...(number === '' ? {} : { number }),
      position: [longitude, latitude],
    });
  }
  return { rows, skipped };
}

function findHeads(record: Record<string, string>, heads: Map<Column, string>, file: string): void {
  const given = Object.keys(record);
  for (const column of Object.keys(names) as Column[]) {
    const found = given.find((head) => names[column].some((name) => name === head.trim().toLowerCase()));
    if (found !== undefined) heads.set(column, found);
  }
  for (const column of ['street', 'longitude', 'latitude'] as const) {
    if (!heads.has(column))
      throw new Error(`${file} has no column for ${column}: it may be named ${names[column].join(', ')}`);
  }
}

/** An empty field is no place at the equator. */
const numberOf = (text: string): number => (text === '' ? NaN : Number(text));
