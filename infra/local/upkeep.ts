import type { TableEngine } from './table-engine/table-engine.ts';

const everyMs = 60_000;
/** As long as DynamoDB keeps its streams. */
const streamKeptMs = 24 * 3600 * 1000;

/** Does once a minute what DynamoDB does by itself: forgets what has expired and old changes. */
export function startUpkeep(
  engine: TableEngine,
  tableName: string,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const round = async () => {
    await engine.sweepExpired();
    await engine.stream(tableName).trim(streamKeptMs);
  };
  const timer = setInterval(() => {
    running = running.then(round).catch((fault: unknown) => say(`Upkeep failed: ${String(fault)}`));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
