import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { materialFolder } from './evaluators.ts';

export interface MetroSize {
  readonly technicians: number;
  readonly jobs: number;
  /** Multiplies all work; at 1.2 some must stay out. */
  readonly load: number;
}

/** A generated metropolis in VROOM's JSON, written once into a folder; the same seed gives the same file. */
export const metroFile = (folder: string, { technicians, jobs, load }: MetroSize, seed: number): string => {
  const name = join(folder, `${metroName({ technicians, jobs, load }, seed)}`);
  if (!existsSync(name)) {
    const generator = join(materialFolder, 'tools/gen-metro.mjs');
    const words = [generator, technicians, jobs, seed, name, '--load', load].map(String);
    execFileSync(process.execPath, words, { stdio: 'ignore' });
  }
  return name;
};

/** As the results of rivals name it. */
export const metroName = ({ technicians, jobs, load }: MetroSize, seed: number): string =>
  `m${technicians}x${jobs}-s${seed}${load === 1 ? '' : load === 1.2 ? '-heavy' : `-load${load}`}.json`;

export interface MetroResult {
  readonly solver: string;
  readonly instance: string;
  readonly exploration: number;
  readonly cpuSeconds: number;
  readonly lostPriority: number;
  readonly travelSeconds: number;
}

/** What rivals reached on such instances, as recorded beside them. */
export const recordedMetro = (): MetroResult[] => {
  const file = join(materialFolder, 'results/vroom-metro.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MetroResult[]) : [];
};
