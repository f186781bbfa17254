import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Bench, type BenchRecord } from './bench-record.ts';
import { accessPatterns, fillBoard } from './capacity/access-patterns.ts';
import { openMeasuredTable } from './capacity/measured-table.ts';
import { journeys } from './capacity/journeys.ts';

/**
 * What each question and each journey consumes of the table, in DynamoDB's own units, on the demonstration company.
 * `--table true` prints the lines of docs/data-model.md.
 */
export const bench: Bench = {
  name: 'capacity',
  async run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-capacity-'));
    const measured = await openMeasuredTable(folder, now);
    try {
      const { company } = measured;
      const territoryId = company.catalogue.territories.north.id;
      await fillBoard(measured, territoryId, day, boardAppointments);
      const patterns = await accessPatterns(measured, territoryId, day);
      const asked = await journeys(measured, territoryId, day);
      if (options.get('table')) {
        for (const { name, call, units, items } of [...patterns, ...asked]) {
          console.log(`| ${name} | ${call} | ${items} | ${units} |`);
        }
      }
      const unitsOf = (name: string): number => asked.find((journey) => journey.name === name)?.units ?? Infinity;
      const record: BenchRecord = {
        name: 'capacity',
        goals: [
          atMost('S6-request', unitsOf('a new request, written'), 'WRU', 12),
          atMost('S6-board', unitsOf('the board of a day'), 'RRU', 60),
          atMost('S6-positions', unitsOf('a batch of 15 positions, written'), 'WRU', 6),
        ],
        seed: 1,
        sizes: { boardAppointments },
        versions: { node: process.versions.node },
        at: new Date().toISOString(),
      };
      return record;
    } finally {
      await measured.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A Tuesday morning in Boston. */
const now = '2026-05-12T14:00:00.000Z';
const day = '2026-05-12';
const boardAppointments = 200;
