import type { Page } from 'playwright-core';

export interface Mounted {
  readonly mountMilliseconds: number;
  readonly nodes: number;
}

/** What the bench asks of its page. */
export const handAt = (page: Page) => ({
  fill: (technicians: number, appointments: number, seed: number) =>
    page.evaluate(`board.fill(${technicians}, ${appointments}, ${seed})`),
  mountOwn: () => page.evaluate<Mounted>('board.mountOwn()'),
  mountRival: () => page.evaluate<Mounted>('board.mountRival()'),
  /** From each pointer event or key to what it painted, in milliseconds. */
  async latenciesOf(act: () => Promise<void>): Promise<number[]> {
    await page.evaluate('board.watch()');
    await act();
    return page.evaluate<number[]>('board.latencies()');
  },
});
