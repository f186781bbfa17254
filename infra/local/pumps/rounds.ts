/** As often as the cloud's schedule calls the function. */
const everyMs = 2 * 60_000;

/** Calls, every two minutes, the function that takes up what waits too long. */
export function startRounds(round: () => Promise<unknown>, say: (line: string) => void): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(round).catch((fault: unknown) => say(`What waits could not be taken up: ${String(fault)}`));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
