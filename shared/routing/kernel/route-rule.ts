import type { ProblemStop } from '../problem.ts';
import type { Kernel, RouteFrame } from './kernel.ts';

/** A route as it would be, for rules that must see all of it. */
export interface RouteView {
  readonly frame: RouteFrame;
  readonly count: number;
  /** From 0 to `count` - 1. */
  nodeAt(index: number): number;
}

/**
 * A rule that no sum and no earliest or latest time can tell. It is asked last, only of routes that it concerns and only for insertions
 * that would be taken otherwise.
 */
export interface RouteRule {
  readonly name: string;
  /** Whether it says anything in this problem; then which routes it concerns. */
  concerns(kernel: Kernel, frame: RouteFrame): boolean;
  allows(kernel: Kernel, view: RouteView): boolean;
}

/** The stops of a route in order. */
export const stopsOf = ({ problem, stops }: Kernel, view: RouteView): ProblemStop[] => {
  const list: ProblemStop[] = [];
  for (let index = 0; index < view.count; index += 1) {
    const node = view.nodeAt(index);
    if (node < stops) list.push(problem.stops[node]!);
  }
  return list;
};
