import type { ChangesFrame } from '../../../shared/protocol/live-event.ts';
import { LiveConnection, type LiveSocket, type LiveState } from '../../../web/live/live-connection.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';

const frame = (sequence: number): ChangesFrame => ({
  type: 'changes',
  territoryId: homeTerritoryId,
  sequence,
  changes: [],
});

/** A server with a log of numbered frames, the sockets it has, and a clock that is moved by hand. */
export const aLiveServer = () => {
  let last = 0;
  let kept = 1;
  let sockets: (LiveSocket & { closed: boolean })[] = [];
  let timers: { run: () => void; milliseconds: number }[] = [];
  const seen = { applied: [] as number[], boards: [] as number[], states: [] as LiveState[], waits: [] as number[] };
  const trouble = { tickets: false, board: false, opens: true };

  const connection = new LiveConnection({
    territoryId: homeTerritoryId,
    getTicket: async () => {
      if (trouble.tickets) throw new Error('no network');
      return { ticket: 'one', url: 'wss://live.example/live' };
    },
    getFrames: async (after) => ({
      frames: numbers(after + 1, last).map(frame),
      complete: after + 1 >= kept,
    }),
    readBoard: async () => {
      if (trouble.board) throw new Error('no network');
      seen.boards.push(last);
      return last;
    },
    onChanges: ({ sequence }) => seen.applied.push(sequence),
    onPositions: () => undefined,
    onState: (state) => seen.states.push(state),
    openSocket: () => {
      const socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        closed: false,
        send: () => undefined,
        close() {
          socket.closed = true;
        },
      } as LiveSocket & { closed: boolean };
      sockets.push(socket);
      queueMicrotask(() => (trouble.opens ? socket.onopen?.() : socket.onclose?.()));
      return socket;
    },
    later: (run, milliseconds) => {
      const timer = { run, milliseconds };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    random: () => 0.5,
  });

  return {
    connection,
    seen,
    trouble,
    open: () => sockets.filter(({ closed }) => !closed),
    /** Appends frames to the log and sends those that are not dropped, in the order given. */
    change(count: number, send: (sequence: number) => boolean = () => true) {
      const made = numbers(last + 1, last + count);
      last += count;
      this.send(made.filter(send));
    },
    send(sequences: readonly number[]) {
      for (const socket of sockets.filter(({ closed }) => !closed)) {
        for (const sequence of sequences) socket.onmessage?.({ data: JSON.stringify(frame(sequence)) });
      }
    },
    /** The log forgets what is older. */
    forgetBefore: (sequence: number) => (kept = sequence),
    dropSockets() {
      for (const socket of sockets.filter(({ closed }) => !closed)) {
        socket.closed = true;
        socket.onclose?.();
      }
      sockets = [];
    },
    /** Lets the longest awaited timer run. */
    passTime() {
      const [next] = timers;
      timers = timers.slice(1);
      if (next) seen.waits.push(next.milliseconds);
      next?.run();
    },
    settled: async () => {
      for (let i = 0; i < 40; i += 1) await Promise.resolve();
    },
  };
};

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
