import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Api } from '../../api/api.ts';
import { ServerNow } from '../../api/server-now.svelte.ts';
import type { StaffSession } from '../../api/staff-session.ts';
import { formatFor } from '../../ui/format.ts';
import { language } from '../../ui/language.svelte.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { WebConfig } from '../../../shared/protocol/web-config.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { FieldNotices } from '../field/field-notices.svelte.ts';
import { t } from '../messages.ts';
import { Address } from './address.svelte.ts';
import { boardDays } from './board-days.ts';
import { AppointmentCommands } from './appointment-commands.ts';
import { rowsOf } from './board-rows.ts';
import { BoardState } from './board-state.svelte.ts';
import { boardBounds } from './board-bounds.ts';
import { linesOf } from './board-lines.ts';
import { DragState } from './drag-state.svelte.ts';
import type { DropVerdict } from './drop-verdict.ts';
import { instantAt } from './instant-at.ts';
import { judgeProposal, type ProposalVerdict } from './judge-proposal.ts';
import { knownDays } from './known-days.ts';
import { hasWantedSkill, matchesFilters } from './matches-filters.ts';
import type { OpenDialog } from './open-dialog.ts';
import { mayDo } from './may-do.ts';
import { OpenEdit } from './open-edit.svelte.ts';
import { PanelFill } from './panel-fill.svelte.ts';
import { PlanReview } from './plan-review.svelte.ts';
import { carryFrom } from './carry-from.ts';
import { ClockWatch } from './clock-watch.svelte.ts';
import { choiceOf, withChoice } from './chosen.ts';
import { proposalOf, type Load, type Proposal } from './proposal.ts';
import { filterQueue, queueItemsOf } from './queue-items.ts';
import { waitsForCrew } from './waits-for-crew.ts';
import { emptyCatalogue, withTechnician, type Catalogue } from './read-catalogue.ts';
import { SavedViews } from './saved-views.svelte.ts';
import { unassignedLineOf } from './unassigned-line.ts';
import { UndoStack } from './undo-stack.svelte.ts';
import { verdictBreaks } from './verdict-breaks.ts';
import { VanStock } from './van-stock.svelte.ts';
import { askWaysFor } from './ask-ways-for.ts';
import { Ways } from './ways.ts';

export interface ConsoleDeps {
  readonly config: WebConfig;
  readonly session: StaffSession;
  readonly api: Api;
  readonly catalogue: Catalogue;
}

/** The dispatcher's desk: what is looked at, what is known, what can be done. Handed down by context. */
export class ConsoleState {
  readonly config: WebConfig;
  readonly session: StaffSession;
  readonly api: Api;
  /** Exchanged as a whole when something of it is changed here. */
  catalogue: Catalogue = $state.raw(emptyCatalogue);
  readonly address = new Address();
  readonly now: ServerNow;
  readonly board: BoardState;
  /** Promised times as they run down. */
  readonly clocks: ClockWatch;
  /** What came from the field and waits for the office. */
  readonly field: FieldNotices;
  readonly undo = new UndoStack();
  readonly edit = new OpenEdit();
  readonly vanStock: VanStock;
  readonly ways: Ways;
  /** By appointment whose candidates were read: whom its customer's contracts prefer. */
  readonly preferred = new SvelteMap<string, readonly string[]>();
  readonly commands: AppointmentCommands;
  readonly plan: PlanReview;
  readonly drag: DragState;
  readonly fill = new PanelFill();
  readonly views: SavedViews;
  dialog: OpenDialog | undefined = $state.raw();
  /** What the last emergency made wait, until that is planned anew or left so. */
  disturbed: { readonly technicianId: string; readonly appointmentIds: readonly string[] } | undefined = $state.raw();
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
  readonly queue = $derived.by(() => {
    const waiting = [...this.board.backlog, ...this.board.onDay.filter(waitsForCrew)];
    return queueItemsOf(waiting, this.board.openRequests, this.minute, (id) => this.clocks.of(id));
  });
  readonly shownQueue = $derived.by(() => filterQueue(this.queue, this.address.place));
  readonly rows = $derived.by(() => rowsOf(this));
  /** Lines of the time board: technicians that the filters let through, and crews. */
  readonly lines = $derived.by(() =>
    linesOf(this.rows, this.days, this.zone).filter(({ technicians }) =>
      technicians.some((one) => hasWantedSkill(one, this.address.place)),
    ),
  );
  readonly unassignedLine = $derived.by(() => unassignedLineOf(this.shownQueue, boardBounds(this.days, this.zone)));
  /** Appointments of those days that the filters let through. */
  readonly shownOnDay = $derived.by(() => this.board.onDay.filter((one) => this.matches(one)));
  readonly plannedMoves: ReadonlySet<string> = $derived.by(() =>
    choiceOf(this.plan.changes.filter(({ change }) => change === 'moved').map((one) => one.appointmentId)),
  );
  /** Appointments chosen together, for what is done to all of them. */
  selection: ReadonlySet<string> = $state.raw(choiceOf([]));
  readonly selected = $derived.by(() => [...this.selection].flatMap((id) => this.board.appointments.get(id) ?? []));
  /** Puts the focus on an appointment's block; the board says how. */
  focusOnBoard: (appointmentId: string) => void = () => {};
  readonly openAppointment = $derived.by(() => this.board.appointments.get(this.address.place.open ?? ''));
  readonly openRequest = $derived.by(() => this.board.requests.get(this.address.place.open ?? ''));
  /** The present to the minute's third: enough for marks, and nothing is sorted anew every second. */
  readonly minute = $derived.by(() => Math.floor(this.now.current / 20_000) * 20_000);

  constructor({ config, session, api, catalogue }: ConsoleDeps) {
    this.config = config;
    this.session = session;
    this.api = api;
    this.catalogue = catalogue;
    this.views = new SavedViews(session.account.name, localStorage);
    this.now = new ServerNow(api);
    this.board = new BoardState(api);
    this.clocks = new ClockWatch(api);
    this.field = new FieldNotices(api);
    this.vanStock = new VanStock(api);
    this.ways = new Ways(api);
    this.commands = new AppointmentCommands({
      api,
      undo: this.undo,
      take: (appointments) => {
        this.edit.took(appointments);
        this.board.take({ appointments });
      },
      present: (id) => this.board.appointments.get(id),
      nameOf: (id) => this.nameOf(id),
      timeOf: (at) => this.format.time(at),
    });
    this.plan = new PlanReview({
      api,
      later,
      learn: (appointments) => this.board.learn(appointments),
      keep: (plan) => this.#keepPlan(plan),
    });
    this.board.onTechnician = (technician) => (this.catalogue = withTechnician(this.catalogue, technician));
    this.board.onNotices = (notices) => this.field.take(notices);
    this.board.onRead = (territoryId) => void (this.mayAnswer && this.field.read(territoryId));
    this.board.onPlan = (news) => this.plan.heard(news);
    this.drag = new DragState({
      lines: () => this.lines,
      propose: (load, target) => proposalOf(load, target, { lines: this.lines, travel: this.ways }),
      judge: (proposal) =>
        proposal.kind === 'put-back' ? undefined : judgeProposal(proposal.placements, knownDays(this)),
      prepare: (proposal) => askWaysFor(this, proposal),
      drop: (proposal, verdict) => this.carryOut(proposal, verdict),
    });
  }

  get mayDispatch(): boolean {
    return mayDo(this.session.account, 'dispatch');
  }

  get mayDraw(): boolean {
    return mayDo(this.session.account, 'draw');
  }

  get mayKeepStock(): boolean {
    return mayDo(this.session.account, 'keep-stock');
  }

  get mayAnswer(): boolean {
    return mayDo(this.session.account, 'answer');
  }

  /** Decides what is covered and writes down whose word was given. */
  get mayDecide(): boolean {
    return mayDo(this.session.account, 'decide');
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

  /** Opens it, and nothing stays chosen. */
  openOnly(id: string): void {
    this.selection = choiceOf([]);
    this.open(id);
  }

  toggleChosen(id: string): void {
    this.selection = withChoice(this.selection, id, !this.selection.has(id));
  }

  /** It, and first of all that are chosen where it is one of them. */
  chosenWith(appointment: Appointment): readonly Appointment[] {
    if (!this.selection.has(appointment.id)) return [appointment];
    const others = this.selected.filter(({ id, status }) => id !== appointment.id && isPlannable(status));
    return [appointment, ...others];
  }

  /** Takes them up by keys where they stand; what waits, at the beginning of the first line. */
  carry(mode: Load['mode'], appointments: readonly Appointment[]): void {
    const target = carryFrom(mode, appointments, {
      lines: this.lines,
      day: this.day,
      zone: this.zone,
      now: this.now.current,
    });
    if (!target || !this.mayDispatch) return;
    const fromLineId = target.kind === 'row' ? target.lineId : undefined;
    this.drag.carry({ appointments, mode, fromLineId }, target);
  }

  /** Two change places, where the rules allow it. */
  swap([first, second]: readonly Appointment[]): void {
    if (!first || !second) return;
    const target = { kind: 'row', lineId: this.lines[0]?.id ?? '', at: second.dueBy, over: second } as const;
    const load = { appointments: [first], mode: 'swap' } as const;
    const proposal = proposalOf(load, target, { lines: this.lines, travel: this.ways });
    if (proposal && proposal.kind !== 'put-back') {
      this.carryOut(proposal, judgeProposal(proposal.placements, knownDays(this)));
    }
  }

  matches(appointment: Appointment): boolean {
    return matchesFilters(appointment, this.address.place);
  }

  /** What the rules say to giving it to that technician at that time. */
  judge(appointment: Appointment, technicianId: string, plannedStartAt: string): DropVerdict | undefined {
    const { durationSeconds } = appointment;
    const placement = { appointment, technicianIds: [technicianId], plannedStartAt, durationSeconds };
    return judgeProposal([placement], knownDays(this)).parts[0]?.verdict;
  }

  /** Does what was proposed, knowingly breaking the soft rules that were told beforehand. */
  carryOut(proposal: Proposal, verdict: ProposalVerdict | undefined): void {
    if (proposal.kind === 'put-back') {
      void this.commands.unassign(...proposal.appointments);
      return;
    }
    const moves = proposal.placements.map(({ appointment, technicianIds, plannedStartAt, durationSeconds }) => ({
      appointment,
      to: { technicianIds, plannedStartAt, durationSeconds, despite: verdictBreaks(verdict, appointment.id) },
    }));
    void this.commands.move(moves, proposal.kind === 'place' ? undefined : t(`done.${proposal.kind}`));
  }

  /** The address says which plan is looked at; a plan that is left leaves the board. */
  #keepPlan(plan: string | undefined): void {
    const { view, plan: before } = this.address.place;
    if (plan === before) return;
    if (plan !== undefined) this.address.goTo({ plan, view: 'plan', open: undefined });
    else this.address.set({ plan, view: view === 'plan' ? 'board' : view });
  }
}

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

export const [useDesk, giveDesk] = createContext<ConsoleState>();
