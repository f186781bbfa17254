import type { Kernel } from '../kernel/kernel.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';

/** The best plan seen: least lost, then least cost. Only routes that changed since are copied. */
export class BestPlan {
  lost = Infinity;
  cost = Infinity;
  unassigned = 0;
  readonly sequences: Int32Array[] = [];
  #open: Int32Array | undefined;
  #close: Int32Array | undefined;
  readonly #isChanged: Uint8Array;

  constructor(routes: number) {
    this.#isChanged = new Uint8Array(routes).fill(1);
  }

  isBettered(lost: number, cost: number): boolean {
    return lost < this.lost || (lost === this.lost && cost < this.cost - 1e-6);
  }

  /** Hears of every step that is kept, before it is. */
  hear(plan: WorkingPlan): void {
    for (let at = 0; at < plan.touchedCount; at += 1) this.#isChanged[plan.touched[at]!] = 1;
  }

  /** The windows that stops depending on one another had in the best plan. */
  restoreWindows({ open, close }: Kernel): void {
    if (this.#open) open.set(this.#open);
    if (this.#close) close.set(this.#close);
  }

  /** Takes the plan as it is. */
  take(plan: WorkingPlan): void {
    this.lost = plan.lostNow;
    this.cost = plan.cost;
    this.unassigned = plan.outCount;
    if (plan.kernel.links) {
      this.#open = plan.kernel.open.slice();
      this.#close = plan.kernel.close.slice();
    }
    for (let index = 0; index < plan.routes.length; index += 1) {
      if (this.#isChanged[index] === 0) continue;
      const { node, count } = plan.routes[index]!;
      this.sequences[index] = node.slice(1, count + 1);
      this.#isChanged[index] = 0;
    }
  }
}
