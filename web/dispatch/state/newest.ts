import type { LatestPosition } from '../../../shared/model/position-fix.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Takes what is newer than what is known; the same map where nothing is, so that nothing is drawn again. */
export const withNewer = <Item extends Versioned>(
  known: ReadonlyMap<string, Item>,
  heard: readonly Item[],
): ReadonlyMap<string, Item> => {
  const newer = heard.filter((item) => item.version > (known.get(item.id)?.version ?? 0));
  if (newer.length === 0) return known;
  const next = new Map(known);
  for (const item of newer) if (item.version > (next.get(item.id)?.version ?? 0)) next.set(item.id, item);
  return next;
};

/** A list as it was read, except for what was heard in newer versions while it was on its way. */
export const readAnew = <Item extends Versioned>(
  read: readonly Item[],
  heardMeanwhile: ReadonlyMap<string, Item>,
): ReadonlyMap<string, Item> => withNewer(new Map(read.map((item) => [item.id, item])), [...heardMeanwhile.values()]);

/** Nothing known yet. */
export const none: ReadonlyMap<string, never> = new Map<string, never>();

/** The newest position of each technician; one that is not newer never replaces it. */
export const withPositions = (
  known: ReadonlyMap<string, LatestPosition>,
  heard: readonly LatestPosition[],
): ReadonlyMap<string, LatestPosition> => {
  const newer = heard.filter(({ technicianId, fix }) => {
    const before = known.get(technicianId);
    return !before || Date.parse(fix.at) > Date.parse(before.fix.at);
  });
  if (newer.length === 0) return known;
  return new Map([...known, ...newer.map((one) => [one.technicianId, one] as const)]);
};

/** The same map with one entry more. */
export const withEntry = <Value>(
  known: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
): ReadonlyMap<string, Value> => new Map([...known, [key, value]]);
