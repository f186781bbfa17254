import type { ChangesFrame, LiveFrame, PositionsFrame } from '../../shared/protocol/live-event.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import { frameOf } from './frame-of.ts';

/** live: told of every change. reconnecting: trying. offline: this device has no network. */
export type LiveState = 'live' | 'reconnecting' | 'offline';

/** What the connection needs of a socket; the browser's WebSocket has it. */
export interface LiveSocket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LiveDeps {
  readonly territoryId: string;
  getTicket(): Promise<{ readonly ticket: string; readonly url: string }>;
  /** Frames after a number; `complete` is false when they are too old. */
  getFrames(after: number): Promise<{ readonly frames: readonly ChangesFrame[]; readonly complete: boolean }>;
  /** Reads the whole board anew and answers the number it reflects. */
  readBoard(): Promise<number>;
  onChanges(frame: ChangesFrame): void;
  onPositions(frame: PositionsFrame): void;
  onState(state: LiveState): void;
  openSocket(address: string): LiveSocket;
  /** Runs it later; answers how to call it off. */
  later(run: () => void, milliseconds: number): () => void;
  /** 0 to 1. */
  random(): number;
}

/** A silent socket may be a dead one: say something so that it breaks, and keep it from being closed as idle. */
const pingEveryMilliseconds = 60_000;
const maximumTries = 12;
/** A log that lags behind its own socket for longer than this is asked again after a pause. */
const maximumRounds = 4;

/**
 * One territory's live changes: every numbered frame once and in order. The socket is opened before the board is read,
 * what comes meanwhile waits; a gap or a new connection asks the server for what is missing.
 */
export class LiveConnection {
  readonly #deps: LiveDeps;
  #socket: LiveSocket | undefined;
  #cancelTimer = (): void => {};
  #sequence: number | undefined;
  #waiting: ChangesFrame[] = [];
  #catchingUp = false;
  #stopped = false;
  #tries = 0;
  #reloads = 0;

  constructor(deps: LiveDeps) {
    this.#deps = deps;
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
    this.#dropSocket();
  }

  /** Another board is looked at: reads it, and what comes meanwhile is applied to it. False when it could not be read. */
  async reload(): Promise<boolean> {
    this.#reloads += 1;
    this.#sequence = undefined;
    return this.#catchUp();
  }

  /** The device found its network again: do not wait for the next try. */
  wake(): void {
    if (this.#stopped || this.#socket) return;
    this.#cancelTimer();
    void this.#connect();
  }

  /** The device lost its network. */
  sleep(): void {
    this.#cancelTimer();
    this.#dropSocket();
    this.#deps.onState('offline');
  }

  async #connect(): Promise<void> {
    this.#deps.onState('reconnecting');
    try {
      const { ticket, url } = await this.#deps.getTicket();
      if (this.#stopped) return;
      this.#listen(this.#deps.openSocket(withTicket(url, ticket)));
    } catch {
      // The board is worth having although the socket is not to be had.
      await this.#catchUp();
      this.#tryLater();
    }
  }

  #listen(socket: LiveSocket): void {
    this.#socket = socket;
    let hasOpened = false;
    socket.onopen = () => {
      hasOpened = true;
      void this.#opened(socket);
    };
    socket.onmessage = ({ data }) => this.#hear(frameOf(data));
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#dropSocket();
      // Where sockets are not let through the board is read at the pace of the tries.
      if (hasOpened) this.#tryLater();
      else void this.#catchUp().then(() => this.#tryLater());
    };
  }

  async #opened(socket: LiveSocket): Promise<void> {
    const caughtUp = await this.#catchUp();
    if (this.#socket !== socket) return;
    if (!caughtUp) {
      this.#dropSocket();
      this.#tryLater();
      return;
    }
    this.#tries = 0;
    this.#deps.onState('live');
    this.#ping(socket);
  }

  #ping(socket: LiveSocket): void {
    this.#cancelTimer = this.#deps.later(() => {
      if (this.#socket !== socket) return;
      socket.send('{"action":"ping"}');
      this.#ping(socket);
    }, pingEveryMilliseconds);
  }

  #hear(frame: LiveFrame | undefined): void {
    if (!frame || frame.territoryId !== this.#deps.territoryId) return;
    if (frame.type === 'positions') {
      this.#deps.onPositions(frame);
      return;
    }
    this.#waiting.push(frame);
    if (this.#catchingUp) return;
    if (!this.#applyWaiting()) void this.#catchUp().then((ok) => ok || this.#restart());
  }

  /** Applies what follows without a gap; false when a frame before the waiting ones is missing. */
  #applyWaiting(): boolean {
    this.#waiting.sort((a, b) => a.sequence - b.sequence);
    for (let frame = this.#waiting[0]; frame; frame = this.#waiting[0]) {
      if (this.#sequence === undefined || frame.sequence > this.#sequence + 1) return false;
      this.#waiting.shift();
      if (frame.sequence === this.#sequence + 1) this.#apply(frame);
    }
    return true;
  }

  #apply(frame: ChangesFrame): void {
    this.#sequence = frame.sequence;
    this.#deps.onChanges(frame);
  }

  /** Brings the board to the present: by the missing frames, else by reading it anew. False when the server did not answer. */
  async #catchUp(): Promise<boolean> {
    if (this.#catchingUp) return true;
    this.#catchingUp = true;
    try {
      for (let rounds = 0; rounds < maximumRounds; rounds += 1) {
        await this.#fetchMissing();
        // What came meanwhile may leave another gap.
        if (this.#stopped || this.#applyWaiting()) return true;
      }
      return false;
    } catch {
      return false;
    } finally {
      this.#catchingUp = false;
    }
  }

  async #fetchMissing(): Promise<void> {
    const answer = this.#sequence === undefined ? undefined : await this.#deps.getFrames(this.#sequence);
    if (answer?.complete) {
      for (const frame of answer.frames) {
        if (this.#sequence !== undefined && frame.sequence > this.#sequence) this.#apply(frame);
      }
      const first = this.#waiting[0];
      // The server says there is no more, yet a later frame is here: its log lags or has a hole, the board has all.
      if (!first || this.#sequence === undefined || first.sequence <= this.#sequence + 1) return;
    }
    const run = this.#reloads;
    const reflected = await this.#deps.readBoard();
    if (run !== this.#reloads) return this.#fetchMissing();
    this.#sequence = Math.max(reflected, this.#sequence ?? 0);
  }

  #restart(): void {
    this.#dropSocket();
    this.#tryLater();
  }

  #tryLater(): void {
    if (this.#stopped) return;
    this.#deps.onState('reconnecting');
    this.#tries = Math.min(this.#tries + 1, maximumTries);
    this.#cancelTimer = this.#deps.later(() => void this.#connect(), reconnectDelay(this.#tries, this.#deps.random()));
  }

  #dropSocket(): void {
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }
}

const withTicket = (url: string, ticket: string): string => {
  if (url.includes('ticket=')) return url;
  return `${url}${url.includes('?') ? '&' : '?'}ticket=${encodeURIComponent(ticket)}`;
};
