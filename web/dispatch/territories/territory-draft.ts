import { isSame, moveCorners } from '../../map/edit-area.ts';
import type { Area, Position } from '../../../shared/model/place.ts';
import { splitArea, type SplitArea } from '../../../shared/geo/territory/split-area.ts';
import type { Territory } from '../../../shared/model/territory.ts';

/** A territory while it is drawn or changed, with the neighbours that change along. */
export interface TerritoryDraft {
  /** Absent for a new one. */
  readonly before: Territory | undefined;
  readonly name: string;
  readonly timeZone: string;
  readonly operatingHours: Territory['operatingHours'];
  /** Empty: the deployment's roads, or the estimate. */
  readonly roadNetwork: string;
  /** Corners of a drawing that is not closed yet. */
  readonly drawing: readonly Position[] | undefined;
  readonly area: Area | undefined;
  /** Places of a line that is to cut it in two. */
  readonly cut: readonly Position[] | undefined;
  /** What was cut off: it becomes a territory of its own. */
  readonly part: { readonly name: string; readonly area: Area } | undefined;
  readonly neighbours: ReadonlyMap<string, Area>;
}

/** An office week; what most territories begin with. */
const usualHours: Territory['operatingHours'] = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }];

export const draftOf = (territory: Territory): TerritoryDraft => ({
  before: territory,
  name: territory.name,
  timeZone: territory.timeZone,
  operatingHours: territory.operatingHours,
  roadNetwork: territory.roadNetwork ?? '',
  drawing: undefined,
  area: territory.area,
  cut: undefined,
  part: undefined,
  neighbours: new Map(),
});

export const newDraft = (timeZone: string): TerritoryDraft => ({
  before: undefined,
  name: '',
  timeZone,
  operatingHours: usualHours,
  roadNetwork: '',
  drawing: [],
  area: undefined,
  cut: undefined,
  part: undefined,
  neighbours: new Map(),
});

/** The draft cut along its line, the smaller piece as a part of that name; or why it cannot be. */
export const withCut = (
  draft: TerritoryDraft,
  partName: string,
): { readonly ok: true; readonly draft: TerritoryDraft } | Extract<SplitArea, { ok: false }> => {
  const split = splitArea(draft.area ?? { type: 'MultiPolygon', coordinates: [] }, draft.cut ?? []);
  if (!split.ok) return split;
  const { larger, smaller } = split;
  return { ok: true, draft: { ...draft, cut: undefined, area: larger, part: { name: partName, area: smaller } } };
};

/** What is sent of a territory. */
export const bodyOf = ({
  name,
  timeZone,
  operatingHours,
  area,
  roadNetwork,
}: Omit<Territory, 'id' | 'version' | 'createdAt' | 'updatedAt'>) => ({
  name,
  timeZone,
  operatingHours,
  area,
  ...(roadNetwork ? { roadNetwork } : {}),
});

/** Every territory as it would be with the draft, the draft's own left out. */
export const otherAreas = (draft: TerritoryDraft, territories: readonly Territory[]): ShownArea[] =>
  territories
    .filter(({ id }) => id !== draft.before?.id)
    .map(({ id, name, area }) => ({ id, name, area: draft.neighbours.get(id) ?? area }));

export interface ShownArea {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
}

/** Stand for what has no id yet; they come after every id, as the ids that are given to them will: the elder keeps what both hold. */
export const newId = '~draft';
export const partId = '~part';

/** Every area as it would stand with the draft, also what is new and what was cut off. */
export const shownAreas = (
  draft: TerritoryDraft | undefined,
  territories: readonly Territory[],
): readonly ShownArea[] => {
  if (!draft) return territories;
  const { area, part, name } = draft;
  const own = area ? [{ id: draft.before?.id ?? newId, name, area }] : [];
  return [...otherAreas(draft, territories), ...own, ...(part ? [{ id: partId, ...part }] : [])];
};

/** The changed areas from that one on: those before it are saved. */
export const areasFrom = (changed: readonly (readonly [string, Area])[], index: number): ReadonlyMap<string, Area> =>
  new Map(changed.slice(index));

/** The draft with a corner moved; where neighbours follow, theirs at the same place too. */
export const withCornerMoved = (
  draft: TerritoryDraft,
  [from, to]: readonly [Position, Position],
  territories: readonly Territory[],
  follow: boolean,
): TerritoryDraft => {
  if (!draft.area || isSame(from, to)) return draft;
  const touched = follow
    ? otherAreas(draft, territories).flatMap(({ id, area }) => {
        const moved = moveCorners(area, from, to);
        return moved === area ? [] : [[id, moved] as const];
      })
    : [];
  return {
    ...draft,
    area: moveCorners(draft.area, from, to),
    part: draft.part && { ...draft.part, area: moveCorners(draft.part.area, from, to) },
    neighbours: touched.length === 0 ? draft.neighbours : new Map([...draft.neighbours, ...touched]),
  };
};
