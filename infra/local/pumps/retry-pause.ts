/** Waits before another try: 100 ms, doubled each time up to 10 s; ends at once when aborted. */
export function retryPause(tries: number, signal: AbortSignal): Promise<void> {
  const milliseconds = Math.min(10_000, 50 * 2 ** tries);
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const ended = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', ended);
      resolve();
    };
    const timer = setTimeout(ended, milliseconds);
    signal.addEventListener('abort', ended);
  });
}
