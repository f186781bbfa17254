import { isSame, moveCorners } from '../../map/edit-area.ts';
import type { Area, Position } from '../../../shared/model/place.ts';
import type { Territory } from '../../../shared/model/territory.ts';

/** A territory while it is drawn or changed, with the neighbours that change along. */
export interface TerritoryDraft {
  /** Absent for a new one. */
  readonly before: Territory | undefined;
  readonly name: string;
  readonly timeZone: string;
  readonly operatingHours: Territory['operatingHours'];
  /** Corners of a drawing that is not closed yet. */
  readonly drawing: readonly Position[] | undefined;
  readonly area: Area | undefined;
  readonly neighbours: ReadonlyMap<string, Area>;
}

/** An office week; what most territories begin with. */
const usualHours: Territory['operatingHours'] = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }];

export const draftOf = (territory: Territory): TerritoryDraft => ({
  before: territory,
  name: territory.name,
  timeZone: territory.timeZone,
  operatingHours: territory.operatingHours,
  drawing: undefined,
  area: territory.area,
  neighbours: new Map(),
});

export const newDraft = (timeZone: string): TerritoryDraft => ({
  before: undefined,
  name: '',
  timeZone,
  operatingHours: usualHours,
  drawing: [],
  area: undefined,
  neighbours: new Map(),
});

/** Every territory as it would be with the draft, the draft's own left out. */
export const otherAreas = (draft: TerritoryDraft, territories: readonly Territory[]): { id: string; area: Area }[] =>
  territories
    .filter(({ id }) => id !== draft.before?.id)
    .map(({ id, area }) => ({ id, area: draft.neighbours.get(id) ?? area }));

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
    neighbours: touched.length === 0 ? draft.neighbours : new Map([...draft.neighbours, ...touched]),
  };
};
