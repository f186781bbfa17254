import * as z from 'zod/mini';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import type { Invoke } from './http-api.ts';
import type { Resource } from './resolve.ts';
import { nextTime } from './schedule-expression.ts';

export interface ScheduleParts {
  readonly resources: readonly Resource[];
  readonly functions: readonly CloudFunction[];
  readonly invoke: Invoke;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}

/** EventBridge Scheduler: calls functions at the times of the templates' schedules. A call that fails waits for the next time. */
export function startSchedules({ resources, functions, invoke, now, say }: ScheduleParts): { stop(): Promise<void> } {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  for (const { type, properties } of resources) {
    if (type !== 'AWS::Scheduler::Schedule') continue;
    const schedule = scheduleShape.parse(properties);
    if (schedule.State === 'DISABLED') continue;
    const target = functionMeant(functions, schedule.Target.Arn);
    const event: unknown = schedule.Target.Input === undefined ? {} : JSON.parse(schedule.Target.Input);
    const call = async () => {
      try {
        await invoke(target, event);
      } catch (fault) {
        say(`What is due at set times failed: ${String(fault)}`);
      }
    };
    const wait = () => {
      if (stopped) return;
      const at = nextTime(schedule.ScheduleExpression, now(), schedule.ScheduleExpressionTimezone);
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          const called = call().finally(() => running.delete(called));
          running.add(called);
          wait();
        },
        Math.min(at.getTime() - now().getTime(), longestTimerMs),
      );
      timer.unref();
      timers.add(timer);
    };
    wait();
  }
  return {
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** What setTimeout can wait. */
const longestTimerMs = 2 ** 31 - 1;

const scheduleShape = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z._default(z.string(), 'UTC'),
  State: z.optional(z.enum(['ENABLED', 'DISABLED'])),
  Target: z.object({ Arn: z.string(), Input: z.optional(z.string()) }),
});
