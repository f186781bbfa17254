import { placeOf, searchOf, type Place } from './place-in-address.ts';

export interface SavedView {
  readonly name: string;
  /** As the address would say it. */
  readonly search: string;
}

const most = 30;

/** Views that a person keeps under a name: territory, days shown and filters, never the day itself. Kept on this device, by account. */
export class SavedViews {
  list: readonly SavedView[] = $state.raw([]);
  readonly #key: string;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(accountName: string, storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#key = `fieldline.dispatch.views.1.${accountName}`;
    this.#storage = storage;
    this.list = viewsIn(storage.getItem(this.#key));
  }

  /** Keeps what is looked at; a view of the same name is replaced. */
  save(name: string, place: Place): void {
    const search = searchOf({ ...place, day: undefined, open: undefined, plan: undefined, view: 'board' });
    const others = this.list.filter((view) => view.name !== name);
    this.#keep([...others, { name, search }].sort((a, b) => a.name.localeCompare(b.name)).slice(0, most));
  }

  remove(name: string): void {
    this.#keep(this.list.filter((view) => view.name !== name));
  }

  /** What of the place a view changes. */
  changeOf({ search }: SavedView): Partial<Place> {
    const { day: _day, open: _open, view: _view, ...change } = placeOf(search);
    return change;
  }

  #keep(list: readonly SavedView[]): void {
    this.list = list;
    this.#storage.setItem(this.#key, JSON.stringify(list));
  }
}

const viewsIn = (text: string | null): SavedView[] => {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isView) : [];
  } catch {
    return [];
  }
};

const isView = (one: unknown): one is SavedView =>
  typeof one === 'object' &&
  one !== null &&
  'name' in one &&
  typeof one.name === 'string' &&
  'search' in one &&
  typeof one.search === 'string';
