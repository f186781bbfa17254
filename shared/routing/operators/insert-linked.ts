import type { InsertionScan } from '../kernel/insertion-scan.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';

/**
 * Puts in a stop and all that depends on it, or none of them. Each is sought in the time that those before leave to it; then the times of
 * all are narrowed so far that whatever comes later keeps them apart, or together, as they must be.
 */
export const insertLinked = (
  plan: WorkingPlan,
  scan: InsertionScan,
  stop: number,
  look: (stop: number) => void,
): void => {
  const members = membersOf(plan, stop);
  const placed: number[] = [];
  for (const member of members) {
    if (!narrow(plan, member)) return takeBack(plan, placed);
    scan.begin(member);
    scan.exclude(othersOf(plan, member));
    look(member);
    if (scan.route < 0) return takeBack(plan, placed);
    plan.insert(scan.route, scan.position, member);
    placed.push(member);
    if (!settle(plan, member)) return takeBack(plan, placed);
  }
};

/** All that hang together and are out, the given one first. */
const membersOf = ({ kernel, routeOf }: WorkingPlan, stop: number): number[] => {
  const members = [stop];
  for (const member of members) {
    for (const { other } of kernel.links?.[member] ?? []) {
      if (routeOf[other]! < 0 && !members.includes(other)) members.push(other);
    }
  }
  return members;
};

/** Leaves a member the time that links to others allow; those that are out count with all of their windows. */
const narrow = (plan: WorkingPlan, member: number): boolean => {
  const { kernel, routeOf } = plan;
  plan.openWindow(member);
  let open = kernel.open[member]!;
  let close = kernel.close[member]!;
  for (const { other, min, max } of kernel.links?.[member] ?? []) {
    const isIn = routeOf[other]! >= 0;
    const from = isIn ? plan.startOf(other) : kernel.open[other]!;
    const to = isIn ? plan.latestOf(other) : kernel.close[other]!;
    open = Math.max(open, from - max);
    close = Math.min(close, to - min);
  }
  const { grain } = kernel;
  plan.setWindow(member, Math.ceil(open / grain) * grain, Math.floor(close / grain) * grain);
  return open <= close;
};

/** Narrows the windows of a member just put in and of those it depends on, so that any times inside keep the links. */
const settle = (plan: WorkingPlan, member: number): boolean => {
  const { kernel, routeOf } = plan;
  const start = plan.startOf(member);
  let close = kernel.close[member]!;
  for (const { other, min, max } of kernel.links?.[member] ?? []) {
    if (routeOf[other]! < 0) continue;
    // The other begins from `min` to `max` after this one.
    const from = Math.max(plan.startOf(other), start + min);
    const to = plan.latestOf(other);
    if (from > to) return false;
    const isExact = min === max;
    plan.setWindow(other, from, isExact ? from : Math.min(to, min > 0 ? start + max : to));
    close = isExact ? start : Math.min(close, min >= 0 ? from - min : from - min);
    plan.refreshTouched(routeOf[other]!);
  }
  plan.setWindow(member, start, Math.max(start, close));
  plan.refreshTouched(routeOf[member]!);
  return holds(plan, member);
};

const holds = (plan: WorkingPlan, member: number): boolean =>
  !plan.routes[plan.routeOf[member]!]!.isLate &&
  (plan.kernel.links?.[member] ?? []).every(({ other, min, max }) => {
    const route = plan.routeOf[other]!;
    if (route < 0) return true;
    const { open, close } = plan.kernel;
    const isKept = open[other]! - close[member]! >= min && close[other]! - open[member]! <= max;
    return isKept && !plan.routes[route]!.isLate;
  });

const othersOf = ({ kernel, routeOf, routes }: WorkingPlan, member: number): Set<number> =>
  new Set(
    (kernel.links?.[member] ?? []).flatMap(({ other, isOtherTechnician }) => {
      const route = routeOf[other]!;
      return isOtherTechnician && route >= 0 ? [routes[route]!.frame.technicianIndex] : [];
    }),
  );

const takeBack = (plan: WorkingPlan, placed: readonly number[]): void => {
  for (const member of placed) {
    const route = plan.routeOf[member]!;
    plan.cut(route, plan.positionOf[member]!, 1);
    plan.refresh(route);
  }
  for (const member of placed) plan.openWindow(member);
};
