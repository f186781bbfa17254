/** What one round found. */
export interface Round {
  readonly messagesResumed: number;
  readonly messagesParked: number;
  readonly plansResumed: number;
  readonly plansGivenUp: number;
}
