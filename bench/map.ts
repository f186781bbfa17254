import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { CDPSession } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';
import { atMost, reported, type Bench } from './bench-record.ts';
import { builtPage } from './board/built-page.ts';

interface Look {
  readonly frames: readonly number[];
  /** CPU seconds of the page's processes for each second of looking; without the one that draws in software. */
  readonly cpuShare: number;
}

/**
 * The console's map with 10,000 technicians who all move once a second, beside the same map with 1,000 who stand still (S9), in turns
 * in one Chromium: milliseconds of the page's own thread for each frame. Nothing is rasterised, which software would do in place of a
 * graphics card. `--moving`, `--still`, `--seconds`, `--runs`, `--seed`.
 */
export const bench: Bench = {
  name: 'map',
  async run(options) {
    const number = (name: string, usual: number) => Number(options.get(name) ?? usual);
    const sizes = {
      moving: number('moving', 10_000),
      still: number('still', 1000),
      seconds: number('seconds', 10),
      runs: number('runs', 3),
    };
    const seed = number('seed', 1);
    const { folder, answer } = await builtPage('map.html');
    const server = createServer(answer).listen(0, '127.0.0.1');
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const address = server.address();
      await page.goto(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/map.html`);
      const processes = await browser.newBrowserCDPSession();
      const look = async (count: number, moving: boolean): Promise<Look> => {
        await page.evaluate(`map.show(${count}, ${seed})`);
        const before = await rendererSeconds(processes);
        const frames = await page.evaluate<number[]>(`map.frames(${sizes.seconds}, ${moving})`);
        return { frames, cpuShare: ((await rendererSeconds(processes)) - before) / sizes.seconds };
      };
      const [still, moving]: [Look[], Look[]] = [[], []];
      for (let i = 0; i < sizes.runs; i += 1) {
        still.push(await look(sizes.still, false));
        moving.push(await look(sizes.moving, true));
      }
      const [stillP95, movingP95] = [p95(still), p95(moving)];
      return {
        name: 'map',
        goals: [
          atMost('S9-frame-p95-ratio', movingP95 / stillP95, '×', 2),
          reported('S9-frame-p95-moving', movingP95, 'ms'),
          reported('S9-frame-p95-still', stillP95, 'ms'),
          reported('S9-frames-moving', perSecond(moving, sizes.seconds), 'a second'),
          reported('S9-frames-still', perSecond(still, sizes.seconds), 'a second'),
          reported('S9-cpu-moving', mean(moving.map(({ cpuShare }) => cpuShare)), 's/s'),
          reported('S9-cpu-still', mean(still.map(({ cpuShare }) => cpuShare)), 's/s'),
        ],
        seed,
        sizes,
        versions: { chromium: browser.version(), node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The page's main thread and its workers together. */
const rendererSeconds = async (session: CDPSession): Promise<number> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};

const p95 = (looks: readonly Look[]): number => {
  const sorted = looks.flatMap(({ frames }) => frames).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
};
const perSecond = (looks: readonly Look[], seconds: number): number =>
  looks.reduce((sum, { frames }) => sum + frames.length, 0) / (looks.length * seconds);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
