import { placeOf, searchOf, type Place } from './place-in-address.ts';

/** The place as the page's address says it, reactive; going somewhere else can be gone back from. */
export class Address {
  #place: Place = $state.raw(placeOf(location.search));

  constructor() {
    addEventListener('popstate', () => (this.#place = placeOf(location.search)));
  }

  get place(): Place {
    return this.#place;
  }

  /** Another place to go back from. */
  goTo(change: Partial<Place>): void {
    this.#place = { ...this.#place, ...change };
    history.pushState(null, '', searchOf(this.#place));
  }

  /** A detail that is no step of its own. */
  set(change: Partial<Place>): void {
    this.#place = { ...this.#place, ...change };
    history.replaceState(null, '', searchOf(this.#place));
  }
}
