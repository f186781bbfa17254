import type { Pump } from './pump.ts';
import { type QueuePumpOptions, startQueuePump } from './queue-pump.ts';
import { startStreamPump, type StreamPumpOptions } from './stream-pump.ts';

/** The ways in the background: the table's changes, and the queues that they fill. */
export function startPumps(streams: readonly StreamPumpOptions[], queues: readonly QueuePumpOptions[]): Pump {
  const changes = streams.map(startStreamPump);
  const waiting = queues.map(startQueuePump);
  return {
    settled: async () => {
      // What comes out of a queue, such as a plan that was made, is a change itself.
      for (const pump of [...changes, ...waiting, ...changes]) await pump.settled();
    },
    stop: async () => {
      await Promise.all([...changes, ...waiting].map((pump) => pump.stop()));
    },
  };
}
