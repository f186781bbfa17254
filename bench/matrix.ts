import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { writeNetwork } from '../shared/geo/road/network-file.ts';
import { importedRoads } from './matrix/imported-roads.ts';
import { exactness, otherExtracts } from './matrix/exactness.ts';
import { atMost, type Bench, type BenchOptions, type BenchRecord, type Figure } from './bench-record.ts';
import { errorsAgainst } from './matrix/errors-against.ts';
import { readReference } from './matrix/osrm-reference.ts';
import { liveOsrm } from './matrix/live-osrm.ts';

/** OSRM 6.0's own CPU for 500 × 500 on the same extract, recorded beside this bench's sketch on a machine of this kind (issue 5): the less favourable end. */
const recordedOsrmMilliseconds = 161;
const size = 500;
const coldRuns = 5;

interface TableRun {
  /** Wall time, which other work on the machine lengthens; CPU is held against the goal. */
  readonly coldMilliseconds: number;
  readonly coldCpuMilliseconds: number;
  /** CPU of each warm table. */
  readonly warmCpuMilliseconds: number[];
}

/** Own tables on Porto's roads against OSRM's: how long a table takes, how soon the first one is there, and how far the times lie from OSRM's. */
export const bench: Bench = {
  name: 'matrix',
  async run(options) {
    const extract = resolve(options.get('extract') ?? '../shared/data/roads/porto_portugal.osm.pbf');
    const directory = resolve(options.get('dir') ?? '../shared/bench/roads');
    const seed = Number(options.get('seed') ?? 1);
    if (!existsSync(extract)) throw new Error(`There is no extract ${extract}: give one with --extract`);
    const folder = mkdtempSync(join(tmpdir(), 'fieldline-matrix-'));
    try {
      return await measured(options, extract, directory, folder, seed);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const measured = async (
  options: BenchOptions,
  extract: string,
  directory: string,
  folder: string,
  seed: number,
): Promise<BenchRecord> => {
  const before = process.cpuUsage();
  const { network, graph } = importedRoads(extract);
  const { user, system } = process.cpuUsage(before);
  const file = join(folder, 'bench.roads');
  writeFileSync(file, writeNetwork(network));
  const runs = Array.from({ length: coldRuns }, () => freshProcess(file, folder, seed));
  const warm = median(runs.flatMap((run) => run.warmCpuMilliseconds));
  const goals: Figure[] = [
    atMost('S4-table-500-cpu', warm, 'CPU ms', recordedOsrmMilliseconds / 2),
    atMost('S4-cold-first-table', median(runs.map((run) => run.coldCpuMilliseconds)), 'CPU ms', 150),
    atMost('import', (user + system) / 1e6, 'CPU s', 60),
    exactness('porto', network, graph, seed),
    ...otherExtracts(dirname(extract), seed),
  ];
  const reference = readReference(directory);
  if (reference) goals.push(...errorsAgainst(network, reference));
  else console.log(`no reference table of OSRM in ${directory}: times are not compared`);
  const url = options.get('osrm');
  if (url !== undefined) goals.push(...(await liveOsrm(network, url, seed, warm)));
  return {
    name: 'matrix',
    goals,
    seed,
    sizes: { places: size, edges: network.facts.edges, bytes: readFileSync(file).length, coldRuns },
    versions: { node: process.versions.node },
    at: new Date().toISOString(),
  };
};

/** A program of its own, bundled as a function is, so that nothing is warm. */
const freshProcess = (file: string, folder: string, seed: number): TableRun => {
  const bundle = join(folder, 'fresh.mjs');
  if (!existsSync(bundle)) {
    const source = join(import.meta.dirname, 'matrix', 'fresh-table.ts');
    const esbuild = join(import.meta.dirname, '..', 'node_modules', '.bin', 'esbuild');
    execFileSync(esbuild, [source, '--bundle', '--minify', '--platform=node', '--format=esm', `--outfile=${bundle}`], {
      stdio: 'ignore',
    });
  }
  const told = execFileSync(process.execPath, [bundle, file, String(size), String(seed)], { encoding: 'utf8' });
  // What fresh-table.ts prints.
  return JSON.parse(told) as TableRun;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Infinity;
