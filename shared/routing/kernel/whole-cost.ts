import type { CostedRoute, Kernel, PlanMeter } from './kernel.ts';

/** What only the whole plan costs, measured by technician, so that a step measures only those anew whose routes it touched. */
export class WholeCost {
  /** Of the plan before the step. */
  cost = 0;
  readonly #routes: readonly CostedRoute[];
  readonly #meters: readonly PlanMeter[];
  readonly #guides: readonly NonNullable<PlanMeter['more']>[];
  /** By meter and technician. */
  readonly #measures: readonly Float64Array[];
  /** By route, whose it is; by technician, his routes, and 1 where one was changed since he was measured. */
  readonly #technician: readonly number[];
  readonly #own: readonly (readonly number[])[];
  readonly #isStale: Uint8Array;

  constructor({ frames, problem }: Kernel, routes: readonly CostedRoute[], meters: readonly PlanMeter[]) {
    this.#routes = routes;
    this.#meters = meters;
    this.#guides = meters.flatMap(({ more }) => more ?? []);
    this.#technician = frames.map(({ technicianIndex }) => technicianIndex);
    this.#own = problem.technicians.map((_, whose) =>
      frames.flatMap(({ technicianIndex, index }) => (technicianIndex === whose ? index : [])),
    );
    this.#measures = meters.map(() => new Float64Array(this.#own.length));
    this.#isStale = new Uint8Array(this.#own.length).fill(1);
  }

  /** Hears that a route is changed. */
  hear(route: number): void {
    this.#isStale[this.#technician[route]!] = 1;
  }

  now(): number {
    this.#isStale.forEach((isStale, technician) => isStale && this.#measure(technician));
    return this.#meters.reduce((sum, { cost = sumOf }, meter) => sum + cost(this.#measures[meter]!), 0);
  }

  /** About what one more stop of a route costs, wherever it stands. */
  more(route: number, stop: number): number {
    if (this.#guides.length === 0) return 0;
    const technician = this.#technician[route]!;
    if (this.#isStale[technician] === 1) this.#measure(technician);
    return this.#guides.reduce((sum, more) => sum + more(route, stop), 0);
  }

  #measure(technician: number): void {
    const own = this.#own[technician]!.map((route) => this.#routes[route]!);
    this.#meters.forEach(({ measure }, meter) => (this.#measures[meter]![technician] = measure(own)));
    this.#isStale[technician] = 0;
  }
}

const sumOf = (measures: Float64Array): number => measures.reduce((sum, each) => sum + each, 0);
