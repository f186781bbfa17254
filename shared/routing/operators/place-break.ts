import type { WorkingPlan } from '../kernel/working-plan.ts';
import type { Random } from '../search/random.ts';

/** Puts a break where it fits: one of the positions by lot, the first of them without `random`; false where there is none. */
export const placeBreak = (plan: WorkingPlan, index: number, node: number, random?: Random): boolean => {
  const { kernel } = plan;
  const route = plan.routes[index]!;
  const { time, cost } = route.frame.travel;
  const open = kernel.open[node]!;
  const close = kernel.close[node]!;
  const lasts = kernel.duration[node]!;
  const here = kernel.place[node]!;
  let chosen = -1;
  let seen = 0;
  for (let position = 1; position <= route.count + 1; position += 1) {
    const free = route.leave[position - 1]!;
    if (free > close) break;
    const from = route.place[position - 1]! * kernel.size;
    const to = route.nextPlace[position]!;
    let end = Math.max(free, route.reach[position - 1]!, open);
    if (here >= 0) end = Math.max(end, free + time[from + here]!);
    if (end > close) continue;
    end += lasts;
    // Without a place it may interrupt the drive; with one he goes there, which costs.
    const isLast = to === kernel.size - 1 && here < 0;
    const arrive = isLast
      ? -Infinity
      : here < 0
        ? Math.max(free + lasts + time[from + to]!, end)
        : end + time[here * kernel.size + to]!;
    if (arrive > route.latestLess[position]! || end > route.freeBy[position]!) continue;
    if (route.hasBlock && isPastBlock(route.freed[position]!, route.latest[position]!, time[from + to]!)) continue;
    const detour = here < 0 ? 0 : cost[from + here]! + cost[here * kernel.size + to]! - cost[from + to]!;
    if (here >= 0 && chosen > 0 && detour > 0) continue;
    seen += 1;
    if (!random || random.unit() * seen < 1) chosen = position;
    if (!random) break;
  }
  if (chosen < 0) return false;
  plan.insert(index, chosen, node);
  return true;
};

const isPastBlock = (freed: number, latest: number, way: number): boolean => freed + way > latest;
