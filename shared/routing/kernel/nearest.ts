import type { Ways } from './kernel.ts';

/** The nearest stops of each, nearest first, by the way there and back: stop * count + rank. */
export const nearestStops = (
  place: Int32Array,
  stops: number,
  { time, timeTo, size }: { readonly time: Ways; readonly timeTo: Ways; readonly size: number },
  count: number,
): Int32Array => {
  const near = new Int32Array(stops * count);
  const ways = new Float64Array(count);
  for (let stop = 0; stop < stops; stop += 1) {
    const row = place[stop]! * size;
    const base = stop * count;
    let held = 0;
    for (let other = 0; other < stops; other += 1) {
      if (other === stop) continue;
      const way = time[row + place[other]!]! + timeTo[row + place[other]!]!;
      if (held === count && way >= ways[count - 1]!) continue;
      // Insertion into a short sorted list: beyond the first few hundred others almost none gets here.
      let at = held < count ? held : count - 1;
      for (; at > 0 && ways[at - 1]! > way; at -= 1) {
        ways[at] = ways[at - 1]!;
        near[base + at] = near[base + at - 1]!;
      }
      ways[at] = way;
      near[base + at] = other;
      if (held < count) held += 1;
    }
  }
  return near;
};
