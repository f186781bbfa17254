import type { DurableQueue } from '../stand-ins/durable-queue.ts';
import type { Pump } from './pump.ts';
import { type QueueHandler, startQueuePump } from './queue-pump.ts';
import { startStreamPump, type StreamPumpOptions } from './stream-pump.ts';

/** Both ways in the background: the table's changes, and the planner's queue that they fill. */
export function startPumps(changes: StreamPumpOptions, queue: DurableQueue, planner: QueueHandler): Pump {
  const stream = startStreamPump(changes);
  const plans = startQueuePump(queue, planner, changes.say);
  return {
    settled: async () => {
      await stream.settled();
      await plans.settled();
      // A plan that was made is a change itself.
      await stream.settled();
    },
    stop: async () => {
      await Promise.all([stream.stop(), plans.stop()]);
    },
  };
}
