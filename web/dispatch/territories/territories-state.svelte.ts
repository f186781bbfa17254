import type { Api } from '../../api/api.ts';
import type { Area, Position } from '../../../shared/model/place.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import { changeTerritory, createTerritory, removeTerritory } from '../../../shared/protocol/endpoints/territories.ts';
import { areaOfDrawing, insertCorner, removeCorner, type CornerAt } from '../../map/edit-area.ts';
import type { SplitArea } from '../../../shared/geo/territory/split-area.ts';
import {
  areasFrom,
  bodyOf,
  draftOf,
  newDraft,
  newId,
  shownAreas,
  withCornerMoved,
  withCut,
  type ShownArea,
  type TerritoryDraft,
} from './territory-draft.ts';

/** Steps that can be taken back. */
const mostSteps = 100;

/** The territories as they are shown and changed: the draft at hand, its steps, and what is saved. */
export class TerritoriesState {
  territories: readonly Territory[] = $state.raw([]);
  draft: TerritoryDraft | undefined = $state.raw();
  chosenId: string | undefined = $state();
  follow = $state(true);
  busy = $state(false);
  #steps: readonly TerritoryDraft[] = $state.raw([]);
  /** The draft before the drag that is going on. */
  #dragFrom: TerritoryDraft | undefined;
  readonly #api: Api;
  readonly #onChange: (territories: readonly Territory[]) => void;

  constructor(api: Api, territories: readonly Territory[], onChange: (territories: readonly Territory[]) => void) {
    this.#api = api;
    this.#onChange = onChange;
    this.territories = territories;
  }

  get mayUndo(): boolean {
    return this.#steps.length > 0;
  }

  /** Every area as it would stand with the draft. */
  get shown(): readonly ShownArea[] {
    return shownAreas(this.draft, this.territories);
  }

  /** What the draft's corners jump to. */
  get neighbourAreas(): readonly Area[] {
    const own = this.draft?.before?.id ?? newId;
    return this.draft ? this.shown.filter(({ id }) => id !== own).map(({ area }) => area) : [];
  }

  start(timeZone: string): void {
    this.#open(newDraft(timeZone));
  }

  edit(territory: Territory): void {
    this.chosenId = territory.id;
    this.#open(draftOf(territory));
  }

  cancel(): void {
    this.draft = undefined;
    this.#steps = [];
  }

  set(change: Partial<Pick<TerritoryDraft, 'name' | 'timeZone' | 'operatingHours' | 'roadNetwork' | 'part'>>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
  }

  undo(): void {
    const last = this.#steps.at(-1);
    if (!last || !this.draft) return;
    const { area, drawing, cut, part, neighbours } = last;
    this.draft = { ...this.draft, area, drawing, cut, part, neighbours };
    this.#steps = this.#steps.slice(0, -1);
  }

  addCorner(position: Position): void {
    const { draft } = this;
    if (draft?.drawing) this.#step({ ...draft, drawing: [...draft.drawing, position] });
    else if (draft?.cut) this.#step({ ...draft, cut: [...draft.cut, position] });
  }

  closeDrawing(): void {
    const { draft } = this;
    const area = draft?.drawing && areaOfDrawing(draft.drawing);
    if (draft && area) this.#step({ ...draft, drawing: undefined, area });
  }

  startCut(): void {
    if (this.draft?.area) this.#step({ ...this.draft, cut: [] });
  }

  /** Cuts along the line that was drawn; where it does not, the line is kept and the reason answered. */
  closeCut(partName: string): Extract<SplitArea, { ok: false }>['reason'] | undefined {
    if (!this.draft?.cut) return undefined;
    const cut = withCut(this.draft, partName);
    if (!cut.ok) return cut.reason;
    this.#step(cut.draft);
    return undefined;
  }

  redraw(): void {
    if (this.draft) this.#step({ ...this.draft, drawing: [], area: undefined });
  }

  /** A drag is one step, however many moves it takes. */
  moveCorner(from: Position, to: Position, isLast: boolean): void {
    const { draft } = this;
    if (!draft) return;
    this.#dragFrom ??= draft;
    this.draft = withCornerMoved(draft, [from, to], this.territories, this.follow);
    if (!isLast) return;
    this.#keep(this.#dragFrom);
    this.#dragFrom = undefined;
  }

  insertCorner(after: CornerAt & { readonly position: Position }): void {
    const { draft } = this;
    if (draft?.area) this.#step({ ...draft, area: insertCorner(draft.area, after, after.position) });
  }

  removeCorner(at: CornerAt): void {
    const { draft } = this;
    if (draft?.area) this.#step({ ...draft, area: removeCorner(draft.area, at) });
  }

  /** Saves what was cut off, the draft, then the neighbours that changed along; throws what the server refused, and keeps what is not saved yet. */
  async save(): Promise<Territory | undefined> {
    const { draft } = this;
    if (!draft?.area) return undefined;
    const { area, part } = draft;
    return this.#working(async () => {
      const body = bodyOf({ ...draft, name: draft.name.trim(), area });
      // First the new one: what both hold for a moment belongs to the older, and nothing lies in a gap.
      if (part) await this.put(undefined, { ...body, name: part.name.trim(), area: part.area });
      this.set({ part: undefined });
      const saved = await this.put(draft.before, body);
      const changed = [...draft.neighbours];
      for (const [done, [id, neighbourArea]] of changed.entries()) {
        this.draft = { ...draft, before: saved, part: undefined, neighbours: areasFrom(changed, done) };
        const neighbour = this.territories.find((one) => one.id === id);
        if (neighbour) await this.put(neighbour, { ...bodyOf(neighbour), area: neighbourArea });
      }
      this.cancel();
      return saved;
    });
  }

  async remove(territory: Territory): Promise<void> {
    await this.#working(async () => {
      const params = { territoryId: territory.id };
      await this.#api.call(removeTerritory, { params }, { ifMatch: territory.version });
      this.#take(this.territories.filter(({ id }) => id !== territory.id));
      this.cancel();
    });
  }

  /** Writes a new territory, or another version of one. */
  async put(before: Territory | undefined, body: ReturnType<typeof bodyOf>): Promise<Territory> {
    const saved = before
      ? await this.#api.call(changeTerritory, { params: { territoryId: before.id }, body }, { ifMatch: before.version })
      : await this.#api.call(createTerritory, { body });
    this.#take([...this.territories.filter(({ id }) => id !== saved.id), saved]);
    return saved;
  }

  async #working<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }

  #take(territories: readonly Territory[]): void {
    this.territories = territories.toSorted((a, b) => a.name.localeCompare(b.name));
    this.#onChange(this.territories);
  }

  #open(draft: TerritoryDraft): void {
    this.draft = draft;
    this.#steps = [];
  }

  #step(next: TerritoryDraft): void {
    if (this.draft) this.#keep(this.draft);
    this.draft = next;
  }

  #keep(before: TerritoryDraft): void {
    this.#steps = [...this.#steps, before].slice(-mostSteps);
  }
}
