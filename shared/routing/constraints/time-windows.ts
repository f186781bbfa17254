import type { Constraint } from '../kernel/draft.ts';
import type { ProblemStop, TimeSpan } from '../problem.ts';

/** Work begins no earlier than `earliest`, and inside the window or one of the windows. */
export const timeWindows: Constraint = {
  compile(draft) {
    const grain = draft.problem.startGrainSeconds ?? 60;
    draft.problem.stops.forEach((stop, index) => {
      const spans = spansOf(stop, grain);
      const [first, ...others] = spans;
      const last = others.at(-1) ?? first;
      draft.open[index] = Math.max(draft.open[index]!, Math.ceil(stop.earliest / grain) * grain);
      if (!stop.window && !stop.windows) return;
      draft.open[index] = Math.max(draft.open[index], first?.from ?? Infinity);
      draft.close[index] = Math.min(draft.close[index]!, last?.to ?? -Infinity);
      if (others.length > 0) draft.windows.set(index, spans);
    });
  },
};

/** Windows on the grain, without those that lie before `earliest`. */
const spansOf = ({ earliest, window, windows = [] }: ProblemStop, grain: number): TimeSpan[] =>
  [...windows, ...(window && windows.length === 0 ? [window] : [])]
    .filter((span) => !window || (span.from <= window.to && window.from <= span.to))
    .map((span) => ({
      from: Math.ceil(Math.max(span.from, earliest, window?.from ?? span.from) / grain) * grain,
      to: Math.floor(Math.min(span.to, window?.to ?? span.to) / grain) * grain,
    }))
    .filter(({ from, to }) => from <= to);
