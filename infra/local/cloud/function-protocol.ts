/** One event for a function's process; all of it is JSON, as Lambda's events are. */
export interface Invocation {
  readonly event: unknown;
  readonly requestId: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memorySizeMegabytes: number;
  readonly timeoutMs: number;
  readonly clock: MachineClock;
}

/** The clock of its machine: so far from the real one, or standing, as tests have it. */
export type MachineClock = { readonly offsetMs: number } | { readonly standsAtMs: number };

/** What the process says: that it has loaded, an invocation's result, or why it failed. */
export type FromFunction =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly message: string };

/** The process's argument: host names that lead to this machine instead, with the origin that answers for them. */
export type HostsHere = Readonly<Record<string, string>>;
