/** One measured figure beside the goal it is held against. */
export interface Figure {
  id: string;
  figure: number;
  unit: string;
  goal: string;
  met: boolean;
}

/** A rival's figure, shown beside ours. */
export interface Beside {
  what: string;
  figure: number;
  unit: string;
  /** Whether it was run on this machine just now, or stands in a file. */
  source: 'run here' | 'recorded';
}

/** What one bench run found, as written to bench/out/NAME.json. */
export interface BenchRecord {
  name: string;
  goals: Figure[];
  beside?: Beside[];
  seed: number;
  sizes: Record<string, number>;
  versions: Record<string, string>;
  /** ISO instant. */
  at: string;
}

/** Options of the command line, as `--writers 64`. */
export type BenchOptions = ReadonlyMap<string, string>;

export interface Bench {
  name: string;
  run(options: BenchOptions): Promise<BenchRecord>;
}

/** A figure that should be at least the goal. */
export function atLeast(id: string, figure: number, unit: string, goal: number): Figure {
  return { id, figure: Math.round(figure * 10) / 10, unit, goal: `>= ${goal}`, met: figure >= goal };
}

/** A figure that should be at most the goal. */
export function atMost(id: string, figure: number, unit: string, goal: number): Figure {
  return { id, figure: Math.round(figure * 10) / 10, unit, goal: `<= ${goal}`, met: figure <= goal };
}

/** A figure without a goal, for orientation. */
export function reported(id: string, figure: number, unit: string): Figure {
  return { id, figure: Math.round(figure * 100) / 100, unit, goal: 'reported', met: true };
}
