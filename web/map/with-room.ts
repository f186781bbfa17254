/** A handle on the screen. */
interface Handle {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

interface Room<One> {
  readonly leastPixels: number;
  /** The key of the one that stays in any case. */
  readonly first?: string | undefined;
  /** What stands there already. */
  readonly beside?: readonly One[];
}

/** Those that can be hit, each so far from those before it; in their order. */
export const withRoom = <One extends Handle>(
  handles: readonly One[],
  { leastPixels, first, beside = [] }: Room<One>,
): One[] => {
  const isFirst = ({ key }: One) => key === first;
  const taken: One[] = [...beside, ...handles.filter(isFirst)];
  return handles.filter((one) => {
    if (isFirst(one)) return true;
    if (taken.some(({ x, y }) => Math.hypot(one.x - x, one.y - y) < leastPixels)) return false;
    taken.push(one);
    return true;
  });
};
