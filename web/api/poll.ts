/** What tells that asking again is worth while: the page came to sight, the network came back. */
export interface WakeUps {
  readonly hidden: () => boolean;
  /** Registers and gives the way to unregister. */
  readonly listen: (awake: () => void) => () => void;
}

export interface Polling {
  /** Asks at once, and counts the time from then. */
  now(): void;
  stop(): void;
}

/** Asks now and again every so often, at once when the page wakes up, never twice at a time. `ask` handles its own failures. */
export const poll = (
  ask: () => Promise<void>,
  everyMilliseconds: (hidden: boolean) => number,
  wakeUps: WakeUps = pageWakeUps,
): Polling => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let stopped = false;

  const round = async () => {
    if (asking || stopped) return;
    asking = true;
    clearTimeout(timer);
    try {
      await ask();
    } finally {
      asking = false;
      if (!stopped) timer = setTimeout(now, everyMilliseconds(wakeUps.hidden()));
    }
  };
  const now = () => void round();
  const unlisten = wakeUps.listen(now);
  now();

  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      unlisten();
    },
  };
};

const pageWakeUps: WakeUps = {
  hidden: () => document.hidden,
  listen(awake) {
    const seen = () => {
      if (!document.hidden) awake();
    };
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', awake);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', awake);
    };
  },
};
