import type { Area } from '../../model/place.ts';
import type { Territory } from '../../model/territory.ts';
import { repairArea } from './repair-area.ts';
import type { Repair, RepairRefusal } from './repair.ts';

/** One feature of a file: an area that can be taken over, or why it cannot. */
export type ReadFeature =
  | {
      readonly ok: true;
      readonly name: string;
      readonly id: string | undefined;
      readonly area: Area;
      readonly repairs: readonly Repair[];
    }
  | { readonly ok: false; readonly name: string; readonly reason: RepairRefusal };

export type ReadFile =
  | { readonly ok: true; readonly features: readonly ReadFeature[] }
  | { readonly ok: false; readonly reason: 'no-json' | 'no-geojson' | 'no-features' };

/** Properties that programs write a region's name into, in the order in which they are believed. */
const nameProperties = ['name', 'NAME', 'Name', 'title', 'label', 'id'];

/** The territories of a GeoJSON text (RFC 7946): a collection, a feature or a bare geometry. */
export const readTerritories = (text: string): ReadFile => {
  const parsed = parsedJson(text);
  if (parsed === undefined) return { ok: false, reason: 'no-json' };
  const features = featuresOf(parsed);
  if (!features) return { ok: false, reason: 'no-geojson' };
  if (features.length === 0) return { ok: false, reason: 'no-features' };
  return { ok: true, features: features.map(readFeature) };
};

/** Territories as a FeatureCollection that this and other programs read. */
export const writeTerritories = (territories: readonly Territory[]): string =>
  JSON.stringify(
    {
      type: 'FeatureCollection',
      features: territories.map(({ id, name, area, timeZone, operatingHours }) => ({
        type: 'Feature',
        id,
        properties: { name, timeZone, operatingHours },
        geometry: area,
      })),
    },
    undefined,
    1,
  );

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const featuresOf = (value: unknown): unknown[] | undefined => {
  if (!isObject(value)) return undefined;
  if (value['type'] === 'FeatureCollection') return Array.isArray(value['features']) ? value['features'] : undefined;
  if (value['type'] === 'Feature') return [value];
  return 'coordinates' in value ? [{ type: 'Feature', properties: {}, geometry: value }] : undefined;
};

const readFeature = (value: unknown, index: number): ReadFeature => {
  const given = isObject(value) ? value : {};
  const properties = isObject(given['properties']) ? given['properties'] : {};
  const named = nameProperties
    .map((property) => properties[property])
    .find((one) => typeof one === 'string' && one.trim() !== '');
  const name = typeof named === 'string' ? named.trim().slice(0, 200) : `${index + 1}`;
  const repaired = repairArea(given['geometry']);
  if (!repaired.ok) return { ok: false, name, reason: repaired.reason };
  const id = typeof given['id'] === 'string' ? given['id'] : undefined;
  return { ok: true, name, id, area: repaired.area, repairs: repaired.repairs };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
