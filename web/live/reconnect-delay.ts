const firstMilliseconds = 500;
const longestMilliseconds = 30_000;

/** Exponential with full jitter over the upper half, so that consoles do not come back all at once. */
export const reconnectDelay = (tries: number, random: number): number => {
  const ceiling = Math.min(longestMilliseconds, firstMilliseconds * 2 ** tries);
  return ceiling / 2 + (ceiling / 2) * random;
};
