import { describe, expect, it } from 'vitest';
import { ClockWatch } from '../../../web/dispatch/state/clock-watch.svelte.ts';
import { anId } from '../../builders/an-id.ts';
import { anApi } from '../an-api.ts';

const [appointmentId, requestId] = [anId('appointment'), anId('serviceRequest')];
const view = { appointmentIds: [appointmentId], serviceRequestId: requestId, clocks: [{ kind: 'arrival' }] };
/** A server that answers a number of times and is away then. */
const serverThatAnswers = (times: number) => {
  let asked = 0;
  const api = anApi(async () => {
    if ((asked += 1) > times) throw new Error('away');
    return { items: [view] };
  });
  return api;
};
/** Wakes up by hand. */
const wakeUps = () => {
  const waiting = new Set<() => void>();
  return {
    hidden: () => false,
    listen: (awake: () => void) => (waiting.add(awake), () => void waiting.delete(awake)),
    wake: () => waiting.forEach((awake) => awake()),
    count: () => waiting.size,
  };
};
const settled = () => new Promise<void>((done) => setImmediate(done));

describe('Promised times in the console', () => {
  it('are found by the appointment and by the request that they belong to', async () => {
    const watch = new ClockWatch(serverThatAnswers(1), wakeUps());
    watch.watch(anId('territory'));
    await settled();
    expect(watch.of(appointmentId)).toEqual(view.clocks);
    expect(watch.of(requestId)).toEqual(view.clocks);
    expect(watch.of(anId('appointment'))).toEqual([]);
    watch.stop();
  });

  it('are settled once they were asked for, also where the server is away', async () => {
    for (const times of [1, 0]) {
      const watch = new ClockWatch(serverThatAnswers(times), wakeUps());
      watch.watch(anId('territory'));
      expect(watch.isSettled).toBe(false);
      await settled();
      expect(watch.isSettled).toBe(true);
      watch.stop();
    }
  });

  it('stay as they were last known while the server is away', async () => {
    const hand = wakeUps();
    const watch = new ClockWatch(serverThatAnswers(1), hand);
    watch.watch(anId('territory'));
    await settled();
    hand.wake();
    await settled();
    expect(watch.of(appointmentId)).toEqual(view.clocks);
    watch.stop();
    expect(hand.count()).toBe(0);
  });
});
