import type { Position } from '../../model/place.ts';
import { localPlane } from '../local-plane.ts';

/** The ring with at most so many corners: those that change its shape most are kept (Visvalingam and Whyatt 1993). */
export const simplifiedRing = (ring: readonly Position[], mostCorners: number): Position[] => {
  const [start] = ring;
  if (!start || ring.length <= mostCorners) return [...ring];
  const flat = ring.map(localPlane(start));
  const before = ring.map((_, i) => i - 1);
  const after = ring.map((_, i) => i + 1);
  const weightOf = (i: number) => triangle(flat[before[i] ?? 0], flat[i], flat[after[i] ?? 0]);
  const left = new Set(ring.keys());
  // The ends are one corner and stay. In rounds, so that it takes n log n: the lightest tenth each time.
  while (left.size > mostCorners) {
    const inner = [...left].filter((i) => i > 0 && i < ring.length - 1);
    const lightest = inner.map((i) => ({ i, weight: weightOf(i) })).sort((a, b) => a.weight - b.weight);
    const most = Math.min(left.size - mostCorners, Math.max(1, Math.floor(inner.length / 10)));
    for (const { i } of lightest.slice(0, most)) {
      left.delete(i);
      const [previous, next] = [before[i] ?? 0, after[i] ?? 0];
      after[previous] = next;
      before[next] = previous;
    }
  }
  return ring.filter((_, i) => left.has(i));
};

type Flat = readonly [number, number];
/** Twice the area of the triangle, in square metres. */
const triangle = (a: Flat | undefined, b: Flat | undefined, c: Flat | undefined): number =>
  a && b && c ? Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) : Infinity;
