import { dayAt } from '../kernel/day-at.ts';
import type { InsertionScan } from '../kernel/insertion-scan.ts';
import { unlimited, type Link } from '../kernel/links.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';

/** Where the first choice leaves no room for the rest, so many other technicians and days are tried. */
const mostAttempts = 12;

/** What was tried before: technicians who could not do all of it, and the day that is tried now. */
interface Attempt {
  readonly refused: Set<number>;
  readonly from: number;
  readonly to: number;
  /** What may come after those that are put in stays out. */
  readonly isAlone: boolean;
}

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
  if (insertTogether(plan, scan, { members, look, isAlone: false })) return;
  const alone = withoutFollowers(plan, members);
  if (alone.length > 0 && alone.length < members.length) {
    insertTogether(plan, scan, { members: alone, look, isAlone: true });
  }
};

const insertTogether = (
  plan: WorkingPlan,
  scan: InsertionScan,
  { members, look, isAlone }: Omit<Insertion, 'attempt'> & Pick<Attempt, 'isAlone'>,
): boolean => {
  let attempts = 0;
  for (const day of daysFor(plan, members)) {
    const attempt = { ...day, isAlone, refused: new Set<number>() };
    for (let before = -1; before < attempt.refused.size && attempts < mostAttempts; attempts += 1) {
      before = attempt.refused.size;
      if (insertAll(plan, scan, { members, look, attempt })) return true;
    }
  }
  return false;
};

/** Those that may be in without what comes after them, and without all that hangs on that. */
const withoutFollowers = ({ kernel }: WorkingPlan, members: readonly number[]): number[] => {
  const linksOf = (member: number) => kernel.links?.[member] ?? [];
  const left = new Set(
    members.flatMap((member) => linksOf(member).flatMap((link) => (link.isAloneToo ? link.other : []))),
  );
  if (left.size === 0) return [];
  for (const member of left) {
    for (const { other } of linksOf(member)) {
      const mayStay = linksOf(other).every((link) => link.other !== member || link.isAloneToo);
      if (!mayStay) left.add(other);
    }
  }
  return members.filter((member) => !left.has(member));
};

/** Any day first; then, where one day must have several of them, each day on its own. */
const daysFor = ({ kernel }: WorkingPlan, members: readonly number[]): { from: number; to: number }[] => {
  const days = [{ from: -Infinity, to: Infinity }];
  const isBound = members.some((member) => kernel.links?.[member]?.some(({ isSameDay }) => isSameDay));
  if (!isBound) return days;
  const known = new Set<number>();
  for (const { leaveFrom } of kernel.frames) {
    const day = dayAt(kernel.problem, leaveFrom);
    if (known.has(day.from)) continue;
    known.add(day.from);
    days.push(day);
  }
  return days;
};

interface Insertion {
  readonly members: readonly number[];
  readonly look: (stop: number) => void;
  readonly attempt: Attempt;
}

const insertAll = (plan: WorkingPlan, scan: InsertionScan, { members, look, attempt }: Insertion): boolean => {
  const placed: number[] = [];
  for (const member of members) {
    if (!narrow(plan, member, attempt)) return takeBack(plan, placed, attempt);
    seek(plan, scan, { member, look, attempt });
    if (scan.route < 0) return takeBack(plan, placed, attempt);
    plan.insert(scan.route, scan.position, member);
    placed.push(member);
    if (!settle(plan, member)) return takeBack(plan, placed, attempt);
  }
  return true;
};

/** The cheapest position of a member: in the routes of who must do it, or of whoever may. */
const seek = (
  plan: WorkingPlan,
  scan: InsertionScan,
  { member, look, attempt }: { member: number; look: (stop: number) => void; attempt: Attempt },
): void => {
  const technician = boundTo(plan, member);
  scan.begin(member);
  const others = othersOf(plan, member);
  if (technician < 0) {
    if (isBound(plan, member)) for (const refused of attempt.refused) others.add(refused);
    scan.exclude(others);
    look(member);
    return;
  }
  scan.exclude(others);
  scan.restrictTo(technician);
  for (const { index, technicianIndex } of plan.kernel.frames) {
    if (technicianIndex === technician) scan.look(plan, index, ...between(plan, member, index));
  }
};

/** Behind which positions of a route a member may stand: after those that come before it, before those that come after. */
const between = (plan: WorkingPlan, member: number, route: number): [number, number] => {
  let [first, last] = [0, Infinity];
  for (const link of plan.kernel.links?.[member] ?? []) {
    if (plan.routeOf[link.other] !== route) continue;
    const [min, max] = boundsOf(plan, member, link);
    const position = plan.positionOf[link.other]!;
    if (min > 0) last = Math.min(last, position - 1);
    if (max < 0) first = Math.max(first, position);
  }
  return [first, last];
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
const narrow = (plan: WorkingPlan, member: number, attempt: Attempt): boolean => {
  const { kernel, routeOf } = plan;
  plan.openWindow(member);
  let open = Math.max(kernel.open[member]!, attempt.from);
  let close = Math.min(kernel.close[member]!, attempt.to);
  for (const link of kernel.links?.[member] ?? []) {
    const { other, isSameDay } = link;
    const [min, max] = boundsOf(plan, member, link);
    const isIn = routeOf[other]! >= 0;
    if (!isIn && link.isAloneToo && attempt.isAlone) continue;
    const from = isIn ? plan.startOf(other) : kernel.open[other]!;
    const to = isIn ? plan.latestOf(other) : kernel.close[other]!;
    open = Math.max(open, from - max);
    close = Math.min(close, to - min);
    if (!isIn || !isSameDay) continue;
    const day = dayAt(kernel.problem, from);
    open = Math.max(open, day.from);
    close = Math.min(close, day.to);
  }
  const { grain } = kernel;
  plan.setWindow(member, Math.ceil(open / grain) * grain, Math.floor(close / grain) * grain);
  return open <= close;
};

/** Narrows the windows of a member just put in and of those it depends on, so that any times inside keep the links. */
const settle = (plan: WorkingPlan, member: number): boolean => {
  const { kernel, routeOf } = plan;
  const start = plan.startOf(member);
  let open = kernel.open[member]!;
  let close = kernel.close[member]!;
  for (const link of kernel.links?.[member] ?? []) {
    const { other, isSameDay } = link;
    const [min, max] = boundsOf(plan, member, link);
    if (isSameDay) {
      const day = dayAt(kernel.problem, start);
      open = Math.max(open, day.from);
      close = Math.min(close, day.to);
      if (routeOf[other]! >= 0 && !keepOn(plan, other, day)) return false;
    }
    if (routeOf[other]! < 0 || isAtAnyTime(link)) continue;
    // The other begins from `min` to `max` after this one.
    const from = Math.max(plan.startOf(other), start + min);
    const to = plan.latestOf(other);
    if (from > to) return false;
    const isExact = min === max;
    plan.setWindow(other, from, isExact ? from : Math.min(to, min > 0 ? start + max : to));
    open = start;
    close = isExact ? start : Math.min(close, from - min);
    plan.refreshTouched(routeOf[other]!);
  }
  plan.setWindow(member, open, Math.max(start, close));
  plan.refreshTouched(routeOf[member]!);
  return holds(plan, member);
};

/** Narrows the window of one that is in to its day. */
const keepOn = (plan: WorkingPlan, stop: number, day: { from: number; to: number }): boolean => {
  const { open, close } = plan.kernel;
  const [from, to] = [Math.max(open[stop]!, day.from), Math.min(close[stop]!, day.to)];
  if (from > to) return false;
  plan.setWindow(stop, from, to);
  plan.refreshTouched(plan.routeOf[stop]!);
  return true;
};

const holds = (plan: WorkingPlan, member: number): boolean =>
  !plan.routes[plan.routeOf[member]!]!.isLate &&
  (plan.kernel.links?.[member] ?? []).every((link) => {
    const { other } = link;
    const [min, max] = boundsOf(plan, member, link);
    const route = plan.routeOf[other]!;
    if (route < 0) return true;
    const { open, close } = plan.kernel;
    const isKept = isAtAnyTime(link) || (open[other]! - close[member]! >= min && close[other]! - open[member]! <= max);
    return isKept && !plan.routes[route]!.isLate;
  });

const isAtAnyTime = ({ min, max }: Link): boolean => min <= -unlimited && max >= unlimited;

/** From how much to how much later the other begins. */
const boundsOf = (plan: WorkingPlan, member: number, link: Link): [number, number] => {
  const lasts = plan.lastsBefore(member, link);
  return [link.min + lasts, link.max + lasts];
};

const isBound = ({ kernel }: WorkingPlan, member: number): boolean =>
  (kernel.links?.[member] ?? []).some(({ technicians }) => technicians === 'same');

/** Whose it must be, since he has another that one technician must do with it; -1: it is open. */
const boundTo = ({ kernel, routeOf, routes }: WorkingPlan, member: number): number => {
  for (const { other, technicians } of kernel.links?.[member] ?? []) {
    if (technicians === 'same' && routeOf[other]! >= 0) return routes[routeOf[other]!]!.frame.technicianIndex;
  }
  return -1;
};

const othersOf = ({ kernel, routeOf, routes }: WorkingPlan, member: number): Set<number> =>
  new Set(
    (kernel.links?.[member] ?? []).flatMap(({ other, technicians }) => {
      const route = routeOf[other]!;
      return technicians === 'other' && route >= 0 ? [routes[route]!.frame.technicianIndex] : [];
    }),
  );

/** Takes out what was put in; who had the first that one technician must do is not asked again. */
const takeBack = (plan: WorkingPlan, placed: readonly number[], { refused }: Attempt): false => {
  const chosen = placed.find((member) => isBound(plan, member));
  if (chosen !== undefined) refused.add(plan.routes[plan.routeOf[chosen]!]!.frame.technicianIndex);
  for (const member of placed) {
    const route = plan.routeOf[member]!;
    plan.cut(route, plan.positionOf[member]!, 1);
    plan.refresh(route);
  }
  for (const member of placed) plan.openWindow(member);
  return false;
};
