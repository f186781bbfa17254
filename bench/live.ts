import type { Page } from 'playwright-core';
import { askAs } from '../test/journey/ask-as.ts';
import { desk, gatherPeople } from '../test/journey/people.ts';
import { atMost, type Bench } from './bench-record.ts';
import { pickMoves, type Move } from './live/pick-moves.ts';
import { shownIn } from './live/shown-in.ts';

const day = '2026-05-12';

/** From a colleague's write to its block standing or gone on another's board, through table, change stream, socket and page. `--writes`. */
export const bench: Bench = {
  name: 'live',
  async run(options) {
    const writes = Number(options.get('writes') ?? 60);
    const people = await gatherPeople();
    try {
      const ask = askAs(people.fieldline, 'dispatcher');
      const page = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
      await page.locator('canvas').first().waitFor();
      const territory = await territoryOf(page, ask);
      const moves = await pickMoves(ask, territory, day);
      await page.getByRole('searchbox').first().focus();
      const watch = await shownIn(page);
      const took: number[] = [];
      for (let i = 0; i < writes; i++) took.push(await write(ask, watch, moves, i));
      const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
      const thefts = await watch.thefts();
      console.log(
        `live: write to painted p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${Math.max(...took).toFixed(0)} ms of ${writes}; focus or scroll moved ${thefts} times`,
      );
      return {
        name: 'live',
        goals: [atMost('live-p95', p95, 'ms', 2000), atMost('live-focus-or-scroll-moved', thefts, 'times', 0)],
        seed: 0,
        sizes: { writes, consoles: 1 },
        versions: { node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      await people.leave();
    }
  },
};

type Ask = ReturnType<typeof askAs>;

/** The territory that the console opened with. */
const territoryOf = async (page: Page, ask: Ask): Promise<string> => {
  const { body } = await ask('/territories');
  const chosen = await page.getByRole('combobox').first().locator('option:checked').innerText();
  const found = body.items.find(({ name }: { name: string }) => name === chosen);
  if (!found) throw new Error(`there is no territory ${chosen}`);
  return found.id;
};

/** Gives an appointment its place, or takes it away again; answers the milliseconds until the other page has painted it. */
const write = async (
  ask: Ask,
  watch: Awaited<ReturnType<typeof shownIn>>,
  moves: Move[],
  index: number,
): Promise<number> => {
  const move = moves[index % moves.length];
  if (!move) throw new Error('nothing waits that could be moved');
  const isPlaced = move.placed;
  const seen = watch.next(move.id, !isPlaced);
  const from = Date.now();
  const { status, body } = await ask('/appointment-moves', {
    moves: [{ appointmentId: move.id, version: move.version, to: isPlaced ? null : move.to }],
  });
  if (status !== 200) {
    seen.catch(() => undefined);
    throw new Error(`refused: ${JSON.stringify(body)}`);
  }
  Object.assign(move, { placed: !isPlaced, version: body.appointments[0].version });
  return (await seen) - from;
};

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
