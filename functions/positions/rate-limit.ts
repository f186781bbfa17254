/** Whether one more request of this key may pass now; a bucket that fills again evenly. Kept in memory: each running copy of the function counts for itself. */
export type RateLimit = (key: string, nowMs: number) => boolean;

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

const mostKeys = 20_000;

export const rateLimit = ({ perSecond, burst }: Rate): RateLimit => {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return (key, nowMs) => {
    const { left, atMs } = buckets.get(key) ?? { left: burst, atMs: nowMs };
    const filled = Math.min(burst, left + (Math.max(0, nowMs - atMs) / 1000) * perSecond);
    if (buckets.size >= mostKeys) buckets.clear();
    buckets.set(key, { left: Math.max(0, filled - 1), atMs: nowMs });
    return filled >= 1;
  };
};
