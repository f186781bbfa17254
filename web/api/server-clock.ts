/** The server's time, kept as an offset to the device's clock, which is not to be trusted by itself. */
export class ServerClock {
  #offsetMilliseconds = 0;
  #hasHeard = false;
  readonly #deviceNow: () => number;

  constructor(deviceNow: () => number = Date.now) {
    this.#deviceNow = deviceNow;
  }

  /** Milliseconds since the epoch by the server's clock. */
  now(): number {
    return this.#deviceNow() + this.#offsetMilliseconds;
  }

  /** Takes the offset that was measured before this page was opened, until an answer tells it anew. */
  assume(offsetMilliseconds: number): void {
    if (!this.#hasHeard) this.#offsetMilliseconds = offsetMilliseconds;
  }

  /** Takes the time an answer carried; it was true about half a round trip ago. */
  hear(serverTime: string | null, askedAtDevice: number): void {
    const told = Date.parse(serverTime ?? '');
    if (Number.isNaN(told)) return;
    this.#hasHeard = true;
    this.#offsetMilliseconds = told - (askedAtDevice + this.#deviceNow()) / 2;
  }
}
