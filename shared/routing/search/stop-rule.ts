/** What a stop rule may look at. */
export interface SearchState {
  readonly iterations: number;
  /** Since a better plan was found. */
  readonly iterationsSinceGain: number;
}

/**
 * Tells which share of the search is over, from 0 to 1; from 1 on it ends with the best plan so far. The search cools down by this
 * share. It is asked every few iterations.
 */
export type StopRule = (state: SearchState) => number;

/** The same iterations, the same plan, on any machine. */
export const afterIterations =
  (most: number): StopRule =>
  ({ iterations }) =>
    most > 0 ? iterations / most : 1;

/** `clock` tells seconds, of the wall or of the processor, from any beginning. */
export const afterSeconds = (seconds: number, clock: () => number): StopRule => {
  const begun = clock();
  return () => (seconds > 0 ? (clock() - begun) / seconds : 1);
};

/** Ends when nothing better was found for so long; tells nothing of how far the search is. */
export const afterNoGain =
  (iterations: number): StopRule =>
  ({ iterationsSinceGain }) =>
    iterationsSinceGain >= iterations ? 1 : 0;

export const whenCancelled =
  (isCancelled: () => boolean): StopRule =>
  () =>
    isCancelled() ? 1 : 0;

/** Whichever of several rules is the furthest. */
export const firstOf =
  (...rules: readonly StopRule[]): StopRule =>
  (state) =>
    rules.reduce((most, rule) => Math.max(most, rule(state)), 0);
