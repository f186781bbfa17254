import type { OsmTags } from '../read-osm.ts';

export type Access = 'yes' | 'restricted' | 'no' | undefined;

const yes = new Set(['yes', 'permissive', 'designated', 'hov', 'official', 'public']);
const restricted = new Set(['private', 'delivery', 'destination', 'customers', 'residents', 'permit']);
const no = new Set([
  'no',
  'agricultural',
  'forestry',
  'agricultural;forestry',
  'emergency',
  'psv',
  'military',
  'use_sidepath',
]);

/** What the most special of the keys says (https://wiki.openstreetmap.org/wiki/Key:access); undefined where none says anything that is known. */
export const accessOf = (tags: OsmTags, keys: readonly string[], suffix = ''): Access => {
  for (const key of keys) {
    const value = tags.get(`${key}${suffix}`);
    if (value === undefined) continue;
    if (yes.has(value)) return 'yes';
    if (restricted.has(value)) return 'restricted';
    if (no.has(value)) return 'no';
  }
  return undefined;
};
