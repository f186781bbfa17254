/** Carries something to a function in the background. */
export interface Pump {
  /** Ends after what is under way. */
  stop(): Promise<void>;
  /** Resolves when nothing waits. */
  settled(): Promise<void>;
}
