import type { RouteView, Kernel } from './kernel.ts';
import { Walk } from './walk.ts';

/**
 * How long a shift lasts when he leaves as late as lets him be back as early as he can be, and how much later that is: the least slack
 * on the way (Savelsbergh 1992). Nothing where something begins too late.
 */
export const timeAway = (
  kernel: Kernel,
  { frame, count, nodeAt }: RouteView,
): { seconds: number; later: number } | undefined => {
  const walk = new Walk(kernel, frame);
  walk.begin(frame);
  let waited = 0;
  let slack = Infinity;
  for (let index = 0; index < count; index += 1) {
    const node = nodeAt(index);
    const free = walk.leave;
    if (!walk.pass(node)) return undefined;
    if (kernel.place[node]! >= 0) waited += Math.max(0, walk.start - free - walk.way);
    const latest = kernel.pinned[node] === 1 ? walk.start : kernel.close[node]!;
    slack = Math.min(slack, latest - walk.start + waited);
  }
  if (!walk.finish()) return undefined;
  const later = Math.max(0, Math.min(slack, waited));
  return { seconds: walk.start - frame.leaveFrom - later, later };
};
