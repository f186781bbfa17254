import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconnectDelay } from '../../../web/live/reconnect-delay.ts';
import { aLiveServer } from './a-live-server.ts';

const started = async () => {
  const server = aLiveServer();
  server.connection.start();
  await server.settled();
  return server;
};

describe('A live connection', () => {
  it('reads the board once the socket is open and then says that it is live', async () => {
    const { seen } = await started();
    expect(seen.boards).toEqual([0]);
    expect(seen.states).toEqual(['reconnecting', 'live']);
  });

  it('applies frames in order as they come', async () => {
    const server = await started();
    server.change(3);
    expect(server.seen.applied).toEqual([1, 2, 3]);
  });

  it('asks for what a gap left out, and applies nothing twice', async () => {
    const server = await started();
    server.change(5, (sequence) => sequence !== 2 && sequence !== 3);
    await server.settled();
    server.send([4, 5]);
    expect(server.seen.applied).toEqual([1, 2, 3, 4, 5]);
  });

  it('applies frames by their number when they come out of order', async () => {
    const server = await started();
    server.change(3, () => false);
    server.send([3, 1, 2]);
    await server.settled();
    expect(server.seen.applied).toEqual([1, 2, 3]);
  });

  it('catches up after the socket was lost', async () => {
    const server = await started();
    server.change(1);
    server.dropSockets();
    server.change(2);
    expect(server.seen.states.at(-1)).toBe('reconnecting');
    server.passTime();
    await server.settled();
    expect(server.seen.applied).toEqual([1, 2, 3]);
    expect(server.seen.states.at(-1)).toBe('live');
    expect(server.seen.boards).toEqual([0]);
  });

  it('reads the board anew when the missing frames are too old', async () => {
    const server = await started();
    server.dropSockets();
    server.change(9);
    server.forgetBefore(6);
    server.passTime();
    await server.settled();
    server.change(1);
    expect(server.seen.boards).toEqual([0, 9]);
    expect(server.seen.applied).toEqual([10]);
  });

  it('shows the board although no socket can be had', async () => {
    const server = aLiveServer();
    server.trouble.opens = false;
    server.connection.start();
    await server.settled();
    expect(server.seen.boards).toEqual([0]);
    expect(server.seen.states.at(-1)).toBe('reconnecting');
  });

  it('tries again, ever more slowly, while the server is away', async () => {
    const server = aLiveServer();
    server.trouble.tickets = true;
    server.trouble.board = true;
    server.connection.start();
    await server.settled();
    for (let i = 0; i < 8; i += 1) {
      server.passTime();
      await server.settled();
    }
    const { waits } = server.seen;
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeLessThanOrEqual(30_000);
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
  });

  it('reads another board without losing what comes meanwhile', async () => {
    const server = await started();
    server.change(2);
    const reloaded = server.connection.reload();
    server.change(1);
    await reloaded;
    server.change(1);
    expect(server.seen.boards).toEqual([0, 2]);
    expect(server.seen.applied).toEqual([1, 2, 3, 4]);
  });

  it('does nothing more after it was stopped', async () => {
    const server = await started();
    server.connection.stop();
    expect(server.open()).toEqual([]);
    server.passTime();
    await server.settled();
    expect(server.seen.boards).toEqual([0]);
  });

  it('misses no frame and applies none twice, whatever is dropped, repeated or cut off', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), count: fc.integer({ min: 1, max: 4 }), drop: fc.nat(3) }),
      fc.record({ kind: fc.constant('cut' as const) }),
      fc.record({ kind: fc.constant('repeat' as const), sequence: fc.integer({ min: 1, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = await started();
        let total = 0;
        for (const one of steps) {
          if (one.kind === 'change') {
            total += one.count;
            server.change(one.count, (sequence) => sequence % 4 !== one.drop);
          } else if (one.kind === 'cut') {
            server.dropSockets();
            server.passTime();
          } else if (one.sequence <= total) {
            server.send([one.sequence]);
          }
          await server.settled();
        }
        server.change(1);
        await server.settled();
        expect(server.seen.applied).toEqual(Array.from({ length: total + 1 }, (_, i) => i + 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe('The pause before the next try', () => {
  it('doubles up to half a minute, and is spread so that consoles do not come back at once', () => {
    expect(reconnectDelay(1, 0)).toBe(500);
    expect(reconnectDelay(1, 1)).toBe(1000);
    expect(reconnectDelay(3, 1)).toBe(4000);
    expect(reconnectDelay(12, 1)).toBe(30_000);
  });
});
