import * as z from 'zod/mini';
import type { Queues } from '../stand-ins/durable-queue.ts';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import type { Invoke } from './http-api.ts';
import type { Resource } from './resolve.ts';
import { nextTime } from './schedule-expression.ts';

export interface ScheduleParts {
  readonly resources: readonly Resource[];
  readonly functions: readonly CloudFunction[];
  readonly invoke: Invoke;
  readonly queues: Queues;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}

/** EventBridge Scheduler: calls functions at the times of the templates' schedules. A call that fails as often as its policy allows is parked. */
export function startSchedules({ resources, functions, invoke, queues, now, say }: ScheduleParts): {
  stop(): Promise<void>;
} {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  for (const { type, properties } of resources) {
    if (type !== 'AWS::Scheduler::Schedule') continue;
    const schedule = scheduleShape.parse(properties);
    if (schedule.State === 'DISABLED') continue;
    const target = functionMeant(functions, schedule.Target.Arn);
    const event: unknown = schedule.Target.Input === undefined ? {} : JSON.parse(schedule.Target.Input);
    const tries = 1 + (schedule.Target.RetryPolicy?.MaximumRetryAttempts ?? 0);
    const parked = resources.find(({ arn }) => arn === schedule.Target.DeadLetterConfig?.Arn);
    const call = async () => {
      for (let attempt = 1; attempt <= tries && !stopped; attempt++) {
        try {
          return void (await invoke(target, event));
        } catch (fault) {
          say(`What is due at set times failed, try ${attempt} of ${tries}: ${String(fault)}`);
        }
      }
      if (parked && !stopped) await queues.named(parked.name).send(JSON.stringify(event));
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
  Target: z.object({
    Arn: z.string(),
    Input: z.optional(z.string()),
    RetryPolicy: z.optional(z.object({ MaximumRetryAttempts: z.optional(z.number()) })),
    DeadLetterConfig: z.optional(z.object({ Arn: z.string() })),
  }),
});
