import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = join(import.meta.dirname, '../../../infra/local/plan.ts');
const job = (id: number, more: object = {}) => ({ id, location_index: id, service: 600, priority: 1, ...more });
const input = {
  jobs: [job(1), job(2, { skills: [7] })],
  vehicles: [{ id: 1, start_index: 0, end_index: 0, time_window: [0, 7200], skills: [3] }],
  matrices: {
    car: {
      durations: [
        [0, 300, 600],
        [300, 0, 300],
        [600, 300, 0],
      ],
    },
  },
};

/** So many that no fifth of a second finds the best plan. */
const manyJobs = {
  jobs: Array.from({ length: 150 }, (_, index) => job(index + 1)),
  vehicles: [1, 2, 3, 4, 5, 6].map((id) => ({ id, start_index: 0, end_index: 0, time_window: [0, 28_800] })),
  matrices: { car: { durations: between(Array.from({ length: 151 }, (_, at) => [(at * 37) % 101, (at * 61) % 97])) } },
};

function between(places: readonly number[][]): number[][] {
  return places.map(([x = 0, y = 0]) => places.map(([u = 0, v = 0]) => 20 * (Math.abs(x - u) + Math.abs(y - v))));
}

describe('npm run plan', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-plan-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const plan = async (given: unknown, ...options: string[]) => {
    const [from, to] = [join(folder, 'in.json'), join(folder, 'out.json')];
    await rm(to, { force: true });
    await writeFile(from, JSON.stringify(given));
    const words = ['--import', 'tsx', program, '--in', from, '--out', to, '--seconds', '0.2', ...options];
    const told = await promisify(execFile)(process.execPath, words).catch((fault: unknown) => String(fault));
    return { told, written: await readFile(to, 'utf8').catch(() => undefined) };
  };

  test.each([['1'], ['2']])(
    'writes a plan in VROOM’s form, with %s threads',
    async (threads) => {
      const { written } = await plan(input, '--threads', threads);
      const output: unknown = JSON.parse(written ?? '{}');
      expect(output).toMatchObject({
        code: 0,
        summary: { routes: 1, unassigned: 1, duration: 600 },
        unassigned: [{ id: 2, reasons: [{ reason: 'skill-missing', technicians: 1 }] }],
      });
    },
    30_000,
  );

  test('makes a kept run again, and no run of another file', async () => {
    const record = join(folder, 'run.json');
    const first = await plan(manyJobs, '--record', record, '--seed', '7');
    const again = await plan(manyJobs, '--replay', record);
    const elsewise = await plan(manyJobs, '--seed', '8');
    expect(first.written).toBeDefined();
    expect(again.written).toBe(first.written);
    expect(elsewise.written).not.toBe(first.written);
    const other = await plan({ ...input, jobs: [job(1)] }, '--replay', record);
    expect(String(other.told)).toContain('was made from another file');
    expect(other.written).toBeUndefined();
  }, 60_000);

  test('refuses what is not served by its name and writes nothing', async () => {
    const { told, written } = await plan({ ...input, shipments: [] });
    expect(String(told)).toContain('not supported: shipments');
    expect(written).toBeUndefined();
  }, 30_000);
});
