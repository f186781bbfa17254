import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Bench, type BenchOptions } from './bench-record.ts';
import { accessPatterns, fillBoard } from './capacity/access-patterns.ts';
import { journeys, type Journey } from './capacity/journeys.ts';
import { openMeasuredTable } from './capacity/measured-table.ts';
import { monthlyBill, type Line } from './cost/cost-model.ts';
import { alwaysFree, nothingFree, prices } from './cost/prices.ts';
import { usage } from './cost/usage.ts';

/**
 * What each question and each journey consumes of the table, in DynamoDB's own units, on the demonstration company (S6), and
 * what a month would cost on AWS (S12). `--table true` prints the tables of docs/data-model.md.
 */
export const bench: Bench = {
  name: 'cost',
  async run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-cost-'));
    const measured = await openMeasuredTable(folder, now);
    try {
      const territoryId = measured.company.catalogue.territories.north.id;
      await fillBoard(measured, territoryId, day, boardAppointments);
      const patterns = await accessPatterns(measured, territoryId, day);
      const before = await measured.keptBytes();
      const done = await journeys(measured, territoryId, day);
      const bytesPerAppointment = (await measured.keptBytes()) - before;
      const month = chosen(options, 'usage', usage);
      const given = options.has('free') ? alwaysFree : nothingFree;
      const bill = monthlyBill({ journeys: done, bytesPerAppointment }, month, chosen(options, 'price', prices), given);
      if (options.get('table')) {
        for (const { name, call, units, items } of patterns) console.log(`| ${name} | ${call} | ${items} | ${units} |`);
        for (const one of done) console.log(rowOf(one));
        for (const line of bill) console.log(billRow(line));
      }
      const unitsOf = (name: string, kind: 'read' | 'write'): number =>
        done.find((journey) => journey.name === name)?.answered[kind] ?? Infinity;
      const dollars = bill.reduce((sum, line) => sum + line.dollars, 0);
      return {
        name: 'cost',
        goals: [
          atMost('S6-request', unitsOf('a new request', 'write'), 'WRU', 12),
          atMost('S6-board', unitsOf('the board of a day', 'read'), 'RRU', 60),
          atMost('S6-positions', unitsOf('a batch of 15 positions', 'write'), 'WRU', 6),
          atMost('S12', (100 * dollars) / month.technicians, 'cents per technician-month, by assumed prices', 5),
        ],
        seed: 1,
        sizes: { boardAppointments, bytesPerAppointment, ...month },
        versions: { node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      await measured.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The parameters with those that the command line sets, as `--price-httpRequest 0.0000009`. */
const chosen = <Parameters extends Record<string, number>>(
  options: BenchOptions,
  prefix: string,
  usual: Parameters,
): Parameters => {
  const given = Object.keys(usual).flatMap((name) => {
    const value = options.get(`${prefix}-${name}`);
    return value === undefined ? [] : [[name, Number(value)] as const];
  });
  return { ...usual, ...Object.fromEntries(given) };
};

const rowOf = ({ name, call, answered, passedOn }: Journey): string =>
  `| ${name} | ${call} | ${answered.read} | ${answered.write} | ${passedOn.read} | ${passedOn.write} |`;

const billRow = ({ what, count, dollars }: Line): string =>
  `| ${what} | ${Math.round(count).toLocaleString('en')} | ${dollars.toFixed(2)} |`;

/** A Tuesday morning in Boston. */
const now = '2026-05-12T14:00:00.000Z';
const day = '2026-05-12';
const boardAppointments = 200;
