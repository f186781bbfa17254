import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../web/api/poll.ts';

describe('Polling', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (answer: () => Promise<void> = async () => {}) => {
    let asked = 0;
    const page = { hidden: false, awake: () => {}, listening: true };
    const polling = poll(
      () => {
        asked += 1;
        return answer();
      },
      (hidden) => (hidden ? 60_000 : 10_000),
      {
        hidden: () => page.hidden,
        listen: (awake) => {
          page.awake = awake;
          return () => (page.listening = false);
        },
      },
    );
    return { polling, page, asked: () => asked };
  };

  it('asks at once and then every so often', async () => {
    const { asked } = start();
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked()).toBe(3);
  });

  it('asks more slowly while the page is hidden, and at once when it wakes up', async () => {
    const { asked, page } = start();
    page.hidden = true;
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(asked()).toBe(2);
    page.awake();
    expect(asked()).toBe(3);
  });

  it('never asks twice at a time', async () => {
    const { asked, page } = start(() => new Promise(() => {}));
    page.awake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });

  it('ends when it is stopped', async () => {
    const { asked, polling, page } = start();
    polling.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
    expect(page.listening).toBe(false);
  });
});
