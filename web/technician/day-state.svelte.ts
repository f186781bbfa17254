import type { Api } from '../api/api.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';
import type { EntityKind } from '../../shared/model/entity.ts';
import type { ArgsOf, MutationName } from '../../shared/model/mutation.ts';
import type { TechnicianView, Visit } from '../../shared/model/technician-view.ts';
import { applyToView } from '../../shared/rules/mutations/apply-to-view.ts';
import { idOfMutation } from '../../shared/rules/mutations/upgrade-mutation.ts';
import type { VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import type { PhoneNews, PhoneSync } from '../sync/phone-sync.ts';
import type { NewFile } from '../sync/local-store.ts';
import { presentView } from '../sync/present-view.ts';
import type { Trouble } from '../sync/sync-client.ts';
import { instantAt } from './instant-at.ts';
import { FileAddresses } from './file-addresses.ts';
import { myDay, type MyDay } from './my-day.ts';

/** The technician's days as the phone knows them, and the one door for his changes: decided by the same rules as the server's, kept, and sent when there is a network. */
export class DayState {
  news: PhoneNews;
  /** The day that is looked at, where it is not today. */
  chosen: string | undefined = $state();
  readonly view: TechnicianView | undefined;
  /** YYYY-MM-DD, in the technician's zone. */
  readonly today: string;
  readonly day: MyDay | undefined;
  readonly files: FileAddresses;
  readonly sync: PhoneSync;
  readonly #api: Pick<Api, 'serverNow'>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(sync: PhoneSync, api: Api) {
    this.sync = sync;
    this.#api = api;
    this.news = $state.raw(sync.news);
    this.view = $derived(presentView(this.news.contents));
    // Every answer of the server tells the time anew.
    this.today = $derived(dayOf(instantAt(this.news && this.serverNow()), this.view?.timeZone ?? 'UTC'));
    this.day = $derived(this.view && myDay(this.view, this.chosen ?? this.today));
    this.files = new FileAddresses(sync, api);
    sync.listen((news) => (this.news = news));
  }

  get trouble(): Trouble | undefined {
    return this.news.trouble;
  }

  /** When the server last confirmed what is shown; by its clock, milliseconds since the epoch. */
  get heardAt(): number | undefined {
    return this.news.contents.installation.syncedAt;
  }

  get stops(): readonly Appointment[] {
    return this.day?.appointments ?? [];
  }

  visit(appointmentId: string): Visit | undefined {
    return this.view?.visits.find(({ appointment }) => appointment.id === appointmentId);
  }

  stop(appointmentId: string): Appointment | undefined {
    return this.visit(appointmentId)?.appointment;
  }

  /** Whether a change of this name has not reached the server yet. */
  isUnsent(name: MutationName): boolean {
    return this.news.contents.outbox.some((one) => one.name === name && one.state === 'unsent');
  }

  /** Milliseconds since the epoch by the server's clock, as far as the phone knows it. */
  serverNow(): number {
    return this.#api.serverNow();
  }

  /** Asks and sends now. */
  refresh(): Promise<void> {
    return this.sync.sync();
  }

  newId(kind: EntityKind): string {
    return idOfMutation(kind, crypto.randomUUID(), Date.now());
  }

  /** Makes a change, or says why not; one after the other, so that each sees what the one before did. */
  change<Name extends MutationName>(name: Name, args: ArgsOf<Name>, file?: NewFile): Promise<VisitRefusal | undefined> {
    const made = this.#last.then(() => this.#make(name, args, file));
    this.#last = made;
    return made;
  }

  async #make<Name extends MutationName>(
    name: Name,
    args: ArgsOf<Name>,
    file: NewFile | undefined,
  ): Promise<VisitRefusal | undefined> {
    const { view, installation } = this.news.contents;
    if (!this.view || !view) return { reason: 'not-found', detail: '' };
    const at = instantAt(this.serverNow());
    const seen = view.body.visits.find(({ appointment }) => appointment.id === args.appointmentId);
    const base = seen && { baseVersion: seen.appointment.version };
    const applied = applyToView(this.view, { name, args, ...base }, at, installation.offsetMilliseconds);
    if (!applied.ok) return applied;
    try {
      await this.sync.record(name, args, { ...base, ...(file && { file }) });
      return undefined;
    } catch {
      return { reason: 'not-kept', detail: '' };
    }
  }
}
