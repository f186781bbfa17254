import type { OsmTags } from '../read-osm.ts';

/** Which ways of a road are open: as drawn, against it, or both. */
export type Direction = 'both' | 'forward' | 'backward';

/** Reads `oneway` and what implies it (https://wiki.openstreetmap.org/wiki/Key:oneway); `oneway:KIND` of the given kinds of traffic wins. */
export const directionOf = (tags: OsmTags, kinds: readonly string[]): Direction => {
  for (const kind of kinds) {
    const own = tags.get(`oneway:${kind}`);
    if (own !== undefined) return told(own) ?? 'both';
  }
  return told(tags.get('oneway')) ?? (isImplied(tags) ? 'forward' : 'both');
};

const told = (value: string | undefined): Direction | undefined => {
  if (value === 'yes' || value === '1' || value === 'true') return 'forward';
  if (value === '-1' || value === 'reverse') return 'backward';
  return value === 'no' || value === '0' || value === 'false' ? 'both' : undefined;
};

const isImplied = (tags: OsmTags): boolean =>
  isRoundabout(tags) || tags.get('highway') === 'motorway' || tags.get('highway') === 'motorway_link';

export const isRoundabout = (tags: OsmTags): boolean =>
  tags.get('junction') === 'roundabout' || tags.get('junction') === 'circular';
