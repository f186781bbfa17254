import type { Api } from '../../api/api.ts';
import type { Suggestion } from '../../ui/suggestion.ts';
import type { Position } from '../../../shared/model/place.ts';
import { describePlace, searchPlaces, type KnownPlace } from '../../../shared/protocol/endpoints/geocoding.ts';
import type { NewRequestForm } from './new-request.svelte.ts';

/** Finds the place of a request by its address, and the address by its place. */
export class PlaceSearch {
  /** What was chosen; its quality is told until the pin is moved. */
  chosen: KnownPlace | undefined = $state.raw();
  attributions: readonly string[] = $state.raw([]);
  #found: readonly KnownPlace[] = [];
  /** An address that was filled in from the map may be exchanged by the next place. */
  #filledIn = '';
  readonly #api: Api;
  readonly #form: NewRequestForm;

  constructor(api: Api, form: NewRequestForm) {
    this.#api = api;
    this.#form = form;
  }

  async suggest(text: string, near: Position | undefined, signal: AbortSignal): Promise<Suggestion[]> {
    const query = { text, ...(near && { longitude: near[0], latitude: near[1] }) };
    const { results, attributions } = await this.#api.call(searchPlaces, { query }, { signal });
    this.#found = results;
    this.attributions = attributions;
    return results.map(({ addressText, site }, i) => ({ id: String(i), text: addressText, detail: site?.name }));
  }

  choose(id: string): void {
    const place = this.#found[Number(id)];
    if (!place) return;
    this.chosen = place;
    this.#form.placeAt(place.location);
    if (place.site && this.#form.customerId === '') {
      this.#form.customerId = place.site.customerId;
      this.#form.siteId = place.site.siteId;
    }
  }

  /** The pin was set by hand: an address that nobody wrote is read from there. */
  async move(position: Position): Promise<void> {
    const form = this.#form;
    form.placeAt(position);
    this.chosen = undefined;
    if (form.addressText !== '' && form.addressText !== this.#filledIn) return;
    const query = { longitude: position[0], latitude: position[1] };
    const answer = await this.#api.call(describePlace, { query }).catch(() => undefined);
    const [place] = answer?.results ?? [];
    if (!place || form.position?.join() !== position.join()) return;
    if (form.addressText === '' || form.addressText === this.#filledIn) {
      form.addressText = this.#filledIn = place.addressText;
    }
  }
}
