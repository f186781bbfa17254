import { flushSync, mount, tick, unmount } from 'svelte';
import { SvelteGantt, SvelteGanttTable } from 'svelte-gantt';
import '../../web/ui/tokens.css';
import '../../web/ui/base.css';
import type { Appointment } from '../../shared/model/appointment.ts';
import { moveAppointments, type AppointmentMove } from '../../shared/protocol/endpoints/appointment-moves.ts';
import { createApi, type Api } from '../../web/api/api.ts';
import { ServerClock } from '../../web/api/server-clock.ts';
import type { StaffSession } from '../../web/api/staff-session.ts';
import { ConsoleState } from '../../web/dispatch/state/console-state.svelte.ts';
import BoardAlone from './BoardAlone.svelte';
import { boardData, day, territory, type BoardData } from './board-data.ts';

// What the bench asks of this page, by name.

interface Mounted {
  /** Until it stands in the document and its layout is known, in milliseconds. */
  readonly mountMilliseconds: number;
  readonly nodes: number;
}

const page = document.querySelector<HTMLElement>('#page') ?? document.body;
let drawn: ReturnType<typeof mount> | undefined;
let data: BoardData;

const board = {
  fill(technicians: number, appointments: number, seed: number): void {
    data = boardData(technicians, appointments, seed);
  },

  /** Ours, from the answer of the server on. */
  async mountOwn(): Promise<Mounted> {
    await clear();
    history.replaceState(null, '', `?territory=${territory.id}&day=${day}`);
    const before = performance.now();
    const desk = deskOf(data);
    drawn = mount(BoardAlone, { target: page, props: { desk } });
    flushSync();
    await tick();
    return measured(before);
  },

  /** svelte-gantt with the same rows and tasks. */
  async mountRival(): Promise<Mounted> {
    await clear();
    const target = document.createElement('div');
    target.style.cssText = 'width: 1128px; height: 850px; overflow: hidden;';
    page.append(target);
    const before = performance.now();
    new SvelteGantt({ target, props: rivalProps(data) });
    await tick();
    return measured(before);
  },

  /** From each event to what it painted, in milliseconds. */
  watch(): void {
    latencies.length = 0;
    for (const type of ['pointermove', 'pointerup', 'keydown']) addEventListener(type, note, { capture: true });
  },
  latencies: (): number[] => [...latencies],
};

const latencies: number[] = [];
const note = (event: Event): void => {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => latencies.push(performance.now() - event.timeStamp);
    channel.port2.postMessage(null);
  });
};

const clear = async (): Promise<void> => {
  if (drawn) await unmount(drawn);
  drawn = undefined;
  page.replaceChildren();
};

const measured = (before: number): Mounted => {
  page.getBoundingClientRect();
  return { mountMilliseconds: performance.now() - before, nodes: page.querySelectorAll('*').length };
};

const deskOf = ({ technicians, appointments, rows }: BoardData): ConsoleState => {
  const desk = new ConsoleState({
    config: { signIn: { authorizeUrl: '', tokenUrl: '', logoutUrl: '', clientId: '' } },
    session: sessionOfDispatcher,
    api: answering,
    catalogue: {
      territories: [territory],
      technicians: new Map(technicians.map((one) => [one.id, one])),
      workTypes: new Map(),
      parts: new Map(),
      skillNames: new Map(),
    },
  });
  known = new Map(appointments.map((one) => [one.id, one]));
  desk.board.territoryId = territory.id;
  desk.board.days = [day];
  desk.board.rows = rows;
  desk.board.take({ appointments });
  desk.board.reading = 'done';
  return desk;
};

const sessionOfDispatcher: StaffSession = {
  account: { name: 'Dora Lindgren', roles: ['dispatcher'] },
  token: async () => undefined,
  renew: async () => false,
  signIn: async () => undefined,
  signOut: () => undefined,
} as StaffSession;

let known = new Map<string, Appointment>();

/** Moves what it is asked to move. */
const moved = (moves: readonly AppointmentMove[]): Appointment[] =>
  moves.flatMap(({ appointmentId, to }) => {
    const before = known.get(appointmentId);
    if (!before || !to) return [];
    const { plannedStartAt } = to;
    const plannedEndAt = new Date(Date.parse(plannedStartAt) + before.durationSeconds * 1000).toISOString();
    const assignments = to.technicianIds.map((technicianId) => ({
      technicianId,
      plannedStartAt,
      plannedEndAt,
      locked: false,
    }));
    const after: Appointment = { ...before, version: before.version + 1, assignments };
    known.set(after.id, after);
    return after;
  });

const morning = new ServerClock();
morning.hear(`${day}T14:00:00.000Z`, Date.now());

/** Answers at once: what is measured is the screen. */
const answering: Api = createApi({
  session: sessionOfDispatcher,
  clock: morning,
  fetch: async (_, init) => {
    const { moves } = moveAppointments.body.parse(JSON.parse(String(init?.body)));
    return Response.json({ appointments: moved(moves) });
  },
});

const rivalProps = ({ technicians, appointments }: BoardData) => ({
  rows: technicians.map(({ id, name }) => ({ id, label: name })),
  tasks: appointments.flatMap(({ id, subject, assignments }) =>
    assignments.map(({ technicianId, plannedStartAt, plannedEndAt }) => ({
      id,
      resourceId: technicianId,
      label: subject,
      from: Date.parse(plannedStartAt),
      to: Date.parse(plannedEndAt),
    })),
  ),
  from: Date.parse(`${day}T11:00:00Z`),
  to: Date.parse(`${day}T22:00:00Z`),
  rowHeight: 42,
  fitWidth: true,
  minWidth: 900,
  tableWidth: 164,
  tableHeaders: [{ title: 'Technician', property: 'label', width: 164 }],
  ganttTableModules: [SvelteGanttTable],
  headers: [{ unit: 'hour', format: 'HH:mm' }],
});

Object.assign(globalThis, { board });
declare global {
  var board: {
    fill(technicians: number, appointments: number, seed: number): void;
    mountOwn(): Promise<Mounted>;
    mountRival(): Promise<Mounted>;
    watch(): void;
    latencies(): number[];
  };
}
