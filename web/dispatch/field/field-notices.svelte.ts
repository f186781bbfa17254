import type { Api } from '../../api/api.ts';
import type { FieldNotice } from '../../../shared/model/field-notice.ts';
import { listFieldNotices, settleFieldNotice } from '../../../shared/protocol/endpoints/sync.ts';
import { none, readAnew, withNewer } from '../state/newest.ts';

/** What came from the field of a territory and nobody has settled, kept up by live changes. */
export class FieldNotices {
  reading: 'first' | 'done' | 'failed' = $state('first');
  readonly #api: Api;
  #territoryId = '';
  #known: ReadonlyMap<string, FieldNotice> = $state.raw(none);
  /** What came while the list was being read: the read must not undo it. */
  #heard: ReadonlyMap<string, FieldNotice> = none;
  #run = 0;

  /** The newest first. */
  readonly waiting = $derived(
    [...this.#known.values()]
      .filter(({ settledAt }) => settledAt === undefined)
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  );

  constructor(api: Api) {
    this.#api = api;
  }

  /** Asks for all that waits in a territory; what cannot be read leaves the last that was known. */
  async read(territoryId = this.#territoryId): Promise<void> {
    const run = (this.#run += 1);
    if (territoryId !== this.#territoryId) {
      this.#territoryId = territoryId;
      this.#known = none;
      this.reading = 'first';
    }
    this.#heard = none;
    if (this.reading === 'failed') this.reading = 'first';
    const answer = await this.#api.call(listFieldNotices, { params: { territoryId } }).catch(() => undefined);
    if (run !== this.#run) return;
    if (answer) this.#known = readAnew(answer.notices, this.#heard);
    if (answer || this.reading === 'first') this.reading = answer ? 'done' : 'failed';
  }

  /** Takes what the server sent or answered, where it is newer. */
  take(notices: readonly FieldNotice[]): void {
    this.#known = withNewer(this.#known, notices);
    this.#heard = withNewer(this.#heard, notices);
  }

  /** Says that it was seen to; throws where the server does not take that. */
  async settle({ technicianId, id: noticeId }: FieldNotice): Promise<void> {
    this.take([await this.#api.call(settleFieldNotice, { params: { technicianId, noticeId }, body: {} })]);
  }
}
