import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';
import { atMost, type Bench } from './bench-record.ts';
import { builtPage } from './board/built-page.ts';
import { handAt, type Mounted } from './board/hand-at.ts';

/** The time board in a real Chromium beside svelte-gantt on the same data (S8), and how soon a drag or a key shows its result. `--technicians`, `--appointments`, `--runs`, `--seed`. */
export const bench: Bench = {
  name: 'board',
  async run(options) {
    const number = (name: string, usual: number) => Number(options.get(name) ?? usual);
    const sizes = {
      technicians: number('technicians', 200),
      appointments: number('appointments', 1600),
      runs: number('runs', 7),
    };
    const seed = number('seed', 1);
    const { folder, answer } = await builtPage('board.html');
    const server = createServer(answer).listen(0, '127.0.0.1');
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      await page.goto(`http://127.0.0.1:${port ?? 0}/board.html`);
      const hand = handAt(page);
      await hand.fill(sizes.technicians, sizes.appointments, seed);
      const own: Mounted[] = [];
      const rival: Mounted[] = [];
      for (let i = 0; i < sizes.runs; i++) {
        rival.push(await hand.mountRival());
        own.push(await hand.mountOwn());
      }
      // The first pictures after loading are drawn once, before anybody's hand is there.
      await typeAbout(page);
      const dragged = await hand.latenciesOf(() => dragAbout(page));
      const typed = await hand.latenciesOf(() => typeAbout(page));
      const [ownMount, rivalMount] = [median(own.map(milliseconds)), median(rival.map(milliseconds))];
      console.log(
        `board: ours ${ownMount.toFixed(0)} ms, ${own.at(-1)?.nodes ?? 0} nodes; svelte-gantt ${rivalMount.toFixed(0)} ms, ` +
          `${rival.at(-1)?.nodes ?? 0} nodes; drag p75 ${quantile(dragged, 0.75).toFixed(0)} ms of ${dragged.length}, ` +
          `keys p75 ${quantile(typed, 0.75).toFixed(0)} ms of ${typed.length}`,
      );
      return {
        name: 'board',
        goals: [
          atMost('S8-mount', ownMount, 'ms', 150),
          atMost('S8-nodes', Math.max(...own.map(({ nodes }) => nodes)), 'nodes', 500),
          atMost('S8-mount-beside-svelte-gantt', ownMount / rivalMount, '×', 1),
          atMost('S8-drag-p75', quantile(dragged, 0.75), 'ms', 200),
          atMost('S8-key-p75', quantile(typed, 0.75), 'ms', 200),
        ],
        seed,
        sizes,
        versions: { chromium: browser.version(), 'svelte-gantt': '4.5.0', node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const blocks = (page: Page) => page.locator('[role=gridcell][data-id]:not([data-waiting])');

/** Ten appointments are carried over the rows below, half of them dropped. */
const dragAbout = async (page: Page): Promise<void> => {
  for (let i = 0; i < 10; i++) {
    const box = await blocks(page)
      .nth(i * 7)
      .boundingBox();
    if (!box) continue;
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    for (let step = 1; step <= 12; step++) await page.mouse.move(box.x + 8 + step * 14, box.y + 8 + step * 9);
    if (i % 2 === 0) await page.keyboard.press('Escape');
    await page.mouse.up();
  }
};

/** As fast as a hand types: what is typed faster waits for the frames before it. */
const keyHeldMilliseconds = 90;

/** Through the board by arrows, an appointment carried by keys and dropped, taken back. */
const typeAbout = async (page: Page): Promise<void> => {
  await blocks(page).first().focus();
  const moves = [
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'PageDown',
    'ArrowLeft',
    'ArrowUp',
    'End',
    'Home',
    'ArrowRight',
  ];
  const carried = ['g', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'Enter', 'z'];
  for (let i = 0; i < 6; i++)
    for (const key of [...moves, ...carried]) await page.keyboard.press(key, { delay: keyHeldMilliseconds });
};

const milliseconds = ({ mountMilliseconds }: Mounted): number => mountMilliseconds;

const quantile = (figures: readonly number[], share: number): number =>
  [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ?? Number.NaN;
const median = (figures: readonly number[]): number => quantile(figures, 0.5);
