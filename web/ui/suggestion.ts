export interface Suggestion {
  readonly id: string;
  readonly text: string;
  /** Said beside it, smaller. */
  readonly detail?: string | undefined;
}
