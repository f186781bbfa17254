import type { ProblemStop, StopDependency } from './problem.ts';

/** Work too long for one shift, as what is planned of it. */
export interface SplitStop {
  readonly stops: readonly ProblemStop[];
  readonly dependencies: readonly StopDependency[];
}

/**
 * A stop that may take several days, as parts of at most `longestSeconds`: one after the other, by one technician, all or none. Its
 * value, load and parts are those of the first; the parts' ids are the stop's with `#2`, `#3` and so on behind.
 */
export const splitOverDays = (stop: ProblemStop, longestSeconds: number): SplitStop => {
  const count = Math.ceil(stop.durationSeconds / longestSeconds);
  if (count <= 1) return { stops: [stop], dependencies: [] };
  const ids = Array.from({ length: count }, (_, index) => (index === 0 ? stop.id : `${stop.id}#${index + 1}`));
  const each = Math.ceil(stop.durationSeconds / count);
  const { window: _told, windows: _open, present: _present, delivery: _brought, pickup: _taken, ...rest } = stop;
  const stops = ids.map((id, index): ProblemStop => {
    const durationSeconds = Math.min(each, stop.durationSeconds - index * each);
    if (index === 0) return { ...stop, durationSeconds };
    return { ...rest, id, durationSeconds, parts: [], ...(stop.value !== undefined && { value: 0 }) };
  });
  const after = ids.slice(1).map((secondId, index): StopDependency => ({
    kind: 'after',
    firstId: ids[index] ?? stop.id,
    secondId,
    from: 'end',
    minSeconds: 0,
  }));
  return { stops, dependencies: [...after, { kind: 'same-technician', stopIds: ids }] };
};
