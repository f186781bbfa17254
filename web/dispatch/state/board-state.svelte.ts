import type { Api } from '../../api/api.ts';
import { NetworkDown } from '../../api/network-down.ts';
import { startBrowserLive } from '../../live/browser-live.ts';
import type { LiveState } from '../../live/live-connection.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { FieldNotice } from '../../../shared/model/field-notice.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import { createLiveTicket, getBoard, getLiveChanges, type BoardRow } from '../../../shared/protocol/endpoints/board.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { LiveChange } from '../../../shared/protocol/live-event.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { none, readAnew, withNewer, withPositions } from './newest.ts';
import { withWorkElsewhere } from './work-elsewhere.ts';

type PlanNews = Extract<LiveChange, { kind: 'plan' }>;

/** What came while the board was being read: the read must not undo it. */
interface Heard {
  readonly appointments: ReadonlyMap<string, Appointment>;
  readonly requests: ReadonlyMap<string, ServiceRequest>;
}
const nothingHeard: Heard = { appointments: none, requests: none };

/** One territory and some days as the server has them, kept up by live changes; everything else on screen is derived from it. */
export class BoardState {
  territoryId = $state('');
  /** Those that are looked at, in order; the first is the one that was asked for. */
  days: readonly string[] = $state.raw([]);
  rows: readonly BoardRow[] = $state.raw([]);
  /** Of the day and of the backlog; elsewhere when moved away. */
  appointments: ReadonlyMap<string, Appointment> = $state.raw(none);
  requests: ReadonlyMap<string, ServiceRequest> = $state.raw(none);
  positions: ReadonlyMap<string, LatestPosition> = $state.raw(none);
  /** How many more wait than were read. */
  backlogNotRead = $state(0);
  live: LiveState = $state('reconnecting');
  reading: 'first' | 'done' | 'failed' = $state('first');
  onPlan: (news: PlanNews) => void = () => {};
  onTechnician: (technician: Technician) => void = () => {};
  onNotices: (notices: readonly FieldNotice[]) => void = () => {};
  /** The board was asked for anew, with or without an answer: what is kept beside it must be, too. */
  onRead: (territoryId: string) => void = () => {};

  readonly #api: Api;
  #connection: ReturnType<typeof startBrowserLive> | undefined;
  #heard: Heard = nothingHeard;
  #rowsRun = 0;

  readonly onDay = $derived(
    [...this.appointments.values()].filter(
      (one) =>
        one.day !== undefined &&
        this.days.includes(one.day) &&
        one.territoryId === this.territoryId &&
        one.status !== 'cancelled',
    ),
  );
  readonly backlog = $derived(
    [...this.appointments.values()].filter(
      (one) => one.status === 'unscheduled' && one.territoryId === this.territoryId,
    ),
  );
  readonly backlogTotal = $derived(this.backlog.length + this.backlogNotRead);
  readonly openRequests = $derived(
    [...this.requests.values()].filter(
      (one) => one.status === 'new' && (one.territoryId === undefined || one.territoryId === this.territoryId),
    ),
  );

  constructor(api: Api) {
    this.#api = api;
  }

  /** Looks at a territory and some days. */
  show(territoryId: string, days: readonly string[]): void {
    const sameTerritory = territoryId === this.territoryId;
    if (sameTerritory && days.join() === this.days.join()) return;
    this.territoryId = territoryId;
    this.days = days;
    this.reading = 'first';
    this.rows = [];
    if (sameTerritory && this.#connection) void this.#connection.reload();
    else this.#connect();
  }

  /** What is known here of a customer's work and is not finished. */
  openOf(customerId: string): Appointment[] {
    return [...this.appointments.values()].filter((one) => one.customerId === customerId && !isFinished(one.status));
  }

  /** Asks for everything again. */
  readAgain(): void {
    this.reading = 'first';
    this.#connect();
  }

  stop(): void {
    this.#connection?.stop();
  }

  /** Takes what the server answered or sent, where it is newer. */
  take(changes: { appointments?: readonly Appointment[]; requests?: readonly ServiceRequest[] }): void {
    this.appointments = withNewer(this.appointments, changes.appointments ?? []);
    this.requests = withNewer(this.requests, changes.requests ?? []);
    this.#heard = {
      appointments: withNewer(this.#heard.appointments, changes.appointments ?? []),
      requests: withNewer(this.#heard.requests, changes.requests ?? []),
    };
  }

  /** Takes appointments that something else than the board named; those that wait no longer count as unread. */
  learn(appointments: readonly Appointment[]): void {
    const unknown = appointments.filter(({ id }) => !this.appointments.has(id));
    this.take({ appointments });
    this.backlogNotRead -= unknown.filter(
      ({ status, territoryId }) => status === 'unscheduled' && territoryId === this.territoryId,
    ).length;
  }

  #connect(): void {
    this.#connection?.stop();
    const territoryId = this.territoryId;
    this.appointments = none;
    this.requests = none;
    this.positions = none;
    this.#connection = startBrowserLive({
      territoryId,
      getTicket: () => this.#api.call(createLiveTicket, { body: { territoryIds: [territoryId] } }),
      getFrames: (after) => this.#api.call(getLiveChanges, { params: { territoryId }, query: { after } }),
      readBoard: () => this.#read().finally(() => this.onRead(this.territoryId)),
      onChanges: ({ changes }) => this.#apply(changes),
      onPositions: ({ positions }) => this.#applyPositions(positions),
      onState: (state) => (this.live = state),
    });
  }

  async #read(): Promise<number> {
    const { territoryId, days } = this;
    const [day = ''] = days;
    this.#heard = nothingHeard;
    try {
      const board = await this.#api.call(getBoard, { params: { territoryId, day }, query: { days: this.days.length } });
      if (territoryId !== this.territoryId || days !== this.days) return board.sequence;
      this.rows = this.#withElsewhere(board.rows);
      this.appointments = readAnew([...board.appointments, ...board.backlog], this.#heard.appointments);
      this.requests = readAnew(board.openRequests, this.#heard.requests);
      this.backlogNotRead = board.backlogTotal - board.backlog.length;
      this.#applyPositions(board.rows.flatMap(({ position }) => position ?? []));
      this.reading = 'done';
      return board.sequence;
    } catch (fault) {
      if (this.reading !== 'done') this.reading = 'failed';
      if (fault instanceof NetworkDown) this.live = 'offline';
      throw fault;
    }
  }

  #apply(changes: readonly LiveChange[]): void {
    this.take({
      appointments: changes.flatMap((change) => (change.kind === 'appointment' ? change.appointment : [])),
      requests: changes.flatMap((change) => (change.kind === 'service-request' ? change.serviceRequest : [])),
    });
    this.rows = this.#withElsewhere(this.rows);
    for (const change of changes) if (change.kind === 'plan') this.onPlan(change);
    this.onNotices(changes.flatMap((change) => (change.kind === 'field-notice' ? change.fieldNotice : [])));
    const technicians = changes.flatMap((change) => (change.kind === 'technician' ? change.technician : []));
    for (const technician of technicians) this.onTechnician(technician);
    if (technicians.length > 0) void this.#readRows();
  }

  /** Shifts and absences stand in the rows; the rest of the board is kept up by its changes. */
  async #readRows(): Promise<void> {
    const { territoryId, days } = this;
    const [day = ''] = days;
    const run = (this.#rowsRun += 1);
    const query = { days: days.length };
    const board = await this.#api.call(getBoard, { params: { territoryId, day }, query }).catch(() => undefined);
    const isWanted = territoryId === this.territoryId && days === this.days && run === this.#rowsRun;
    if (board && isWanted) this.rows = this.#withElsewhere(board.rows);
  }

  /** Rows as they were read, with what was heard meanwhile of other territories. */
  #withElsewhere(rows: readonly BoardRow[]): readonly BoardRow[] {
    const elsewhere = [...this.#heard.appointments.values()].filter((one) => one.territoryId !== this.territoryId);
    return withWorkElsewhere(rows, elsewhere, this.days);
  }

  #applyPositions(positions: readonly LatestPosition[]): void {
    this.positions = withPositions(this.positions, positions);
  }
}
