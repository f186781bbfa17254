import type { OsmRelation } from './read-osm.ts';
import type { Profile } from './profiles/profile.ts';

/** A restriction as OpenStreetMap has it, its ids still OpenStreetMap's. */
export interface OsmRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWayId: number;
  /** A node, or one way or several. */
  readonly via: { readonly nodeId: number } | { readonly wayIds: readonly number[] };
  readonly toWayId: number;
}

export type RestrictionVerdict =
  | { readonly ok: true; readonly restrictions: readonly OsmRestriction[] }
  | { readonly ok: false; readonly reason: 'not-for-this-profile' | 'incomplete' };

/** Reads a turn restriction (https://wiki.openstreetmap.org/wiki/Relation:restriction), over a node or over ways. */
export const turnRestrictionOf = ({ tags, members }: OsmRelation, profile: Profile): RestrictionVerdict => {
  const { restrictionModes: modes } = profile;
  const told = modes.map((mode) => tags.get(`restriction:${mode}`)).find((value) => value !== undefined);
  const value = told ?? tags.get('restriction') ?? '';
  const kind = /^(no|only)_/.exec(value)?.[1];
  const excepted = (tags.get('except') ?? '').split(';').map((word) => word.trim());
  if (modes.length === 0 || kind === undefined || modes.some((mode) => excepted.includes(mode))) {
    return { ok: false, reason: 'not-for-this-profile' };
  }
  const of = (role: string, wanted: 'node' | 'way') =>
    members.filter((member) => member.role === role && member.kind === wanted).map(({ id }) => id);
  const [from, to] = [of('from', 'way'), of('to', 'way')];
  const [viaNodeId, wayIds] = [of('via', 'node')[0], of('via', 'way')];
  const via = wayIds.length > 0 ? { wayIds } : viaNodeId === undefined ? undefined : { nodeId: viaNodeId };
  if (from.length === 0 || to.length === 0 || !via) return { ok: false, reason: 'incomplete' };
  const restrictions = from.flatMap((fromWayId) =>
    to.map((toWayId) => ({ kind: kind === 'no' ? ('no' as const) : ('only' as const), fromWayId, via, toWayId })),
  );
  return { ok: true, restrictions };
};
