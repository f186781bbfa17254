import { createContext } from 'svelte';
import type { Api } from '../../api/api.ts';
import { ServerNow } from '../../api/server-now.svelte.ts';
import type { StaffSession } from '../../api/staff-session.ts';
import { formatFor } from '../../ui/format.ts';
import { language } from '../../ui/language.svelte.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Priority } from '../../../shared/model/priority.ts';
import type { WebConfig } from '../../../shared/protocol/web-config.ts';
import { Address } from './address.svelte.ts';
import { boardDays } from './board-days.ts';
import { AppointmentCommands } from './appointment-commands.ts';
import { rowsOf } from './board-rows.ts';
import { BoardState } from './board-state.svelte.ts';
import { DragState } from './drag-state.svelte.ts';
import { dropVerdict, type DropVerdict } from './drop-verdict.ts';
import { instantAt } from './instant-at.ts';
import { PanelFill } from './panel-fill.svelte.ts';
import { PlanReview } from './plan-review.svelte.ts';
import { filterQueue, queueItemsOf } from './queue-items.ts';
import type { Catalogue } from './read-catalogue.ts';
import { UndoStack } from './undo-stack.svelte.ts';
import { VanStock } from './van-stock.svelte.ts';

export interface ConsoleDeps {
  readonly config: WebConfig;
  readonly session: StaffSession;
  readonly api: Api;
  readonly catalogue: Catalogue;
}

/** What stands before everything else until it is closed. */
export type OpenDialog =
  | { readonly kind: 'new-request'; readonly priority?: Priority }
  | { readonly kind: 'keys' }
  | { readonly kind: 'cancel'; readonly appointment: Appointment };

/** The dispatcher's desk: what is looked at, what is known, what can be done. Handed down by context. */
export class ConsoleState {
  readonly config: WebConfig;
  readonly session: StaffSession;
  readonly api: Api;
  /** Exchanged as a whole when something of it is changed here. */
  catalogue: Catalogue = $state.raw(nothing);
  readonly address = new Address();
  readonly now: ServerNow;
  readonly board: BoardState;
  readonly undo = new UndoStack();
  readonly vanStock: VanStock;
  readonly commands: AppointmentCommands;
  readonly plan: PlanReview;
  readonly drag: DragState;
  readonly fill = new PanelFill();
  dialog: OpenDialog | undefined = $state.raw();
  technicianId: string | undefined = $state();
  hoveredId: string | undefined = $state();
  /** Counts up when the map is asked to go somewhere. */
  mapCall: { readonly appointmentId: string; readonly times: number } | undefined = $state.raw();

  readonly territory = $derived.by(() => {
    const { territories } = this.catalogue;
    return territories.find(({ id }) => id === this.address.place.territory) ?? territories[0];
  });
  readonly zone = $derived(this.territory?.timeZone ?? 'UTC');
  readonly format = $derived(formatFor(language.current, this.zone));
  readonly today = $derived.by(() => dayOf(instantAt(this.now.current), this.zone));
  readonly day = $derived(this.address.place.day ?? this.today);
  /** The days of the board: the one that is looked at, or those around it. */
  readonly days = $derived(boardDays(this.day, this.address.place.span));
  readonly queue = $derived.by(() => queueItemsOf(this.board.backlog, this.board.openRequests, this.minute));
  readonly shownQueue = $derived.by(() => filterQueue(this.queue, this.address.place));
  readonly rows = $derived.by(() => rowsOf(this));
  readonly openAppointment = $derived.by(() => this.board.appointments.get(this.address.place.open ?? ''));
  readonly openRequest = $derived.by(() => this.board.requests.get(this.address.place.open ?? ''));
  /** The present to the minute's third: enough for marks, and nothing is sorted anew every second. */
  readonly minute = $derived.by(() => Math.floor(this.now.current / 20_000) * 20_000);

  constructor({ config, session, api, catalogue }: ConsoleDeps) {
    this.config = config;
    this.session = session;
    this.api = api;
    this.catalogue = catalogue;
    this.now = new ServerNow(api);
    this.board = new BoardState(api);
    this.vanStock = new VanStock(api);
    this.commands = new AppointmentCommands({
      api,
      undo: this.undo,
      take: (appointment) => this.board.take({ appointments: [appointment] }),
      present: (id) => this.board.appointments.get(id),
      nameOf: (id) => this.nameOf(id),
      timeOf: (at) => this.format.time(at),
    });
    this.plan = new PlanReview({ api, later, know: (ids) => this.board.know(ids) });
    this.board.onPlan = ({ planId }) => this.plan.heard(planId);
    this.drag = new DragState({
      judge: (appointment, technicianId, startAt) => this.judge(appointment, technicianId, startAt),
      drop: (appointment, target, verdict) => {
        if (target.kind === 'unassigned') {
          if (appointment.status !== 'unscheduled') void this.commands.unassign(appointment);
          return;
        }
        const despite = verdict?.kind === 'breaks' ? [verdict.reason] : [];
        void this.commands.assign(appointment, {
          technicianId: target.technicianId,
          plannedStartAt: target.startAt,
          despite,
        });
      },
    });
  }

  get mayDispatch(): boolean {
    return this.#isAnyOf('dispatcher', 'manager', 'administrator');
  }

  get mayDraw(): boolean {
    return this.#isAnyOf('manager', 'administrator');
  }

  get mayAnswer(): boolean {
    return this.#isAnyOf('dispatcher', 'agent', 'manager', 'administrator');
  }

  nameOf(technicianId: string): string {
    return this.catalogue.technicians.get(technicianId)?.name ?? technicianId;
  }

  open(id: string | undefined): void {
    if (this.drag.justDropped || id === this.address.place.open) return;
    this.address.goTo({ open: id });
  }

  showOnMap(appointmentId: string): void {
    this.mapCall = { appointmentId, times: (this.mapCall?.times ?? 0) + 1 };
  }

  /** What the rules say to giving it to that technician at that time. */
  judge(appointment: Appointment, technicianId: string, plannedStartAt: string): DropVerdict | undefined {
    const technician = this.catalogue.technicians.get(technicianId);
    if (!technician) return undefined;
    return dropVerdict({
      appointment,
      technician,
      timeZone: this.zone,
      appointments: this.board.onDay,
      taken: this.board.rows.find((row) => row.technicianId === technicianId)?.taken ?? [],
      vanStock: this.vanStock.of(technician.vanStockLocationId),
      plannedStartAt,
      now: instantAt(this.now.current),
      skillNames: this.catalogue.skillNames,
      travel: estimatedTravel,
    });
  }

  #isAnyOf(...roles: readonly string[]): boolean {
    return this.session.account.roles.some((role) => roles.includes(role));
  }
}

const nothing: Catalogue = {
  territories: [],
  technicians: new Map(),
  workTypes: new Map(),
  parts: new Map(),
  skillNames: new Map(),
};

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

export const [useDesk, giveDesk] = createContext<ConsoleState>();
