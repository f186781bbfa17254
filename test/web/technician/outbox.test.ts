import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../web/api/api-problem.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { Outbox } from '../../../web/technician/outbox.svelte.ts';

const refusal = (code: 'stock-too-low' | 'task-required') =>
  new ApiProblem({ type: 'about:blank', title: code, status: 409, code });
const settled = () => new Promise((resolve) => setImmediate(resolve));
const note = (value: string) => ({ sort: 'note', appointmentId: 'ap_1', value }) as const;

describe('Changes on the phone', () => {
  it('reach the server one after the other, in the order they were made', async () => {
    const outbox = new Outbox();
    const sent: string[] = [];
    const sends: (() => void)[] = [];
    for (const name of ['first', 'second']) {
      outbox.add(note(name), () => new Promise((resolve) => sends.push(() => (sent.push(name), resolve()))));
    }
    expect(sends).toHaveLength(1);
    sends[0]?.();
    await settled();
    sends[1]?.();
    await settled();
    expect(sent).toEqual(['first', 'second']);
    expect(outbox.count).toBe(0);
  });

  it('are counted until the server has confirmed them', async () => {
    const outbox = new Outbox();
    let confirm = () => {};
    outbox.add(note('gas is off'), () => new Promise((resolve) => (confirm = resolve)));
    expect(outbox.count).toBe(1);
    confirm();
    await settled();
    expect(outbox.count).toBe(0);
  });

  it('wait without network, all of them, and go in the same order with the same keys when it is back', async () => {
    const outbox = new Outbox();
    const tries: [string, string][] = [];
    let down = true;
    for (const name of ['first', 'second']) {
      outbox.add(note(name), async (key) => {
        tries.push([name, key]);
        if (down) throw new NetworkDown();
      });
    }
    await settled();
    expect(outbox.unsent.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(tries.map(([name]) => name)).toEqual(['first']);

    down = false;
    outbox.retry();
    await settled();
    expect(tries.map(([name]) => name)).toEqual(['first', 'first', 'second']);
    expect(tries[1]?.[1]).toBe(tries[0]?.[1]);
    expect(outbox.count).toBe(0);
  });

  it('made while others wait queue up behind them', async () => {
    const outbox = new Outbox();
    const tries: string[] = [];
    outbox.add(note('first'), async () => {
      throw new NetworkDown();
    });
    await settled();
    outbox.add(note('second'), async () => void tries.push('second'));
    await settled();
    expect(tries).toEqual([]);
    expect(outbox.count).toBe(2);
  });

  it('that are refused stay in sight with what was entered and the reason, and let the next ones pass', async () => {
    const outbox = new Outbox();
    outbox.add({ sort: 'part', appointmentId: 'ap_1', target: 'pa_1', value: 3 }, async () => {
      throw refusal('stock-too-low');
    });
    outbox.add(note('next'), async () => {});
    await settled();
    expect(outbox.unsent).toMatchObject([{ value: 3, state: 'refused', problem: { code: 'stock-too-low' } }]);
  });

  it('that were refused are not sent again by themselves, only when asked for', async () => {
    const outbox = new Outbox();
    let tries = 0;
    outbox.add(note('gas is off'), async () => {
      tries += 1;
      if (tries === 1) throw refusal('task-required');
    });
    await settled();
    outbox.retry();
    await settled();
    expect(tries).toBe(1);
    outbox.retry(outbox.unsent[0]?.id);
    await settled();
    expect(tries).toBe(2);
    expect(outbox.count).toBe(0);
  });

  it('make room for a new answer to the same checklist step', async () => {
    const outbox = new Outbox();
    const pressure = (value: number) => ({ sort: 'task', appointmentId: 'ap_1', target: 'pressure', value }) as const;
    outbox.add(pressure(99), async () => {
      throw refusal('task-required');
    });
    await settled();
    outbox.add(pressure(2), () => new Promise(() => {}));
    expect(outbox.unsent).toMatchObject([{ value: 2, state: 'sending' }]);
    expect(outbox.find('task', 'ap_1', 'pressure')?.value).toBe(2);
  });

  it('can be given up', async () => {
    const outbox = new Outbox();
    outbox.add(note('wrong house'), async () => {
      throw refusal('task-required');
    });
    await settled();
    outbox.discard(outbox.unsent[0]?.id ?? '');
    expect(outbox.count).toBe(0);
  });
});
