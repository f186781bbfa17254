import type { WorkingPlan } from '../kernel/working-plan.ts';

/** What depends on a stop that was taken out is taken out too; all of them have their own windows again. */
export const releaseLinked = (plan: WorkingPlan, wasOut: number): void => {
  const { links, pinned } = plan.kernel;
  if (!links) return;
  for (let at = wasOut; at < plan.outCount; at += 1) {
    const stop = plan.out[at]!;
    plan.openWindow(stop);
    for (const { other } of links[stop]!) {
      const route = plan.routeOf[other]!;
      if (route < 0 || pinned[other] === 1) continue;
      plan.cut(route, plan.positionOf[other]!, 1);
      plan.refresh(route);
    }
  }
};
