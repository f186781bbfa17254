import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveResources } from '../../../infra/local/cloud/resolve.ts';
import { startSchedules } from '../../../infra/local/cloud/schedules.ts';
import { openQueues } from '../../../infra/local/stand-ins/durable-queue.ts';
import { memoryCorner } from '../memory-corner.ts';
import { aCloudFunction } from './a-cloud-function.ts';
import { anAssembly } from './an-assembly.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-12T14:00:00.000Z') });
});
afterEach(() => vi.useRealTimers());

const timers = aCloudFunction('timers');
const started = (invoke: () => Promise<unknown>, properties: Record<string, unknown> = {}) => {
  const Target = {
    Arn: timers.arn,
    RetryPolicy: { MaximumRetryAttempts: 2 },
    DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Parked', 'Arn'] } },
  };
  const schedule = { ScheduleExpression: 'rate(10 minutes)', Target, ...properties };
  const resources = resolveResources(
    anAssembly([
      { logicalId: 'Rounds', type: 'AWS::Scheduler::Schedule', properties: schedule },
      { logicalId: 'Parked', type: 'AWS::SQS::Queue' },
    ]),
    {},
  );
  const queues = openQueues(memoryCorner);
  const now = () => new Date();
  const running = startSchedules({ resources, functions: [timers], invoke, queues, now, say: () => {} });
  return { running, parked: queues.named('app-Parked') };
};
const tenMinutes = 10 * 60_000;

test('a function is called every time that its schedule is due', async () => {
  const invoke = vi.fn(async () => ({}));
  const { running } = started(invoke);
  await vi.advanceTimersByTimeAsync(tenMinutes - 1);
  expect(invoke).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(2 * tenMinutes);
  expect(invoke).toHaveBeenCalledTimes(2);
  await running.stop();
  await vi.advanceTimersByTimeAsync(tenMinutes);
  expect(invoke).toHaveBeenCalledTimes(2);
});

test('a call that fails is repeated as its policy says and then parked', async () => {
  const invoke = vi.fn(() => Promise.reject(new Error('not now')));
  const { running, parked } = started(invoke);
  await vi.advanceTimersByTimeAsync(tenMinutes);
  expect(invoke).toHaveBeenCalledTimes(3);
  expect(await parked.waiting()).toHaveLength(1);
  await running.stop();
});

test('a schedule that is switched off is never due', async () => {
  const invoke = vi.fn(async () => ({}));
  const { running } = started(invoke, { State: 'DISABLED' });
  await vi.advanceTimersByTimeAsync(5 * tenMinutes);
  expect(invoke).toHaveBeenCalledTimes(0);
  await running.stop();
});
