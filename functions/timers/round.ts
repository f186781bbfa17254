/** What one round found. */
export interface Round {
  readonly messagesResumed: number;
  readonly messagesParked: number;
  readonly plansResumed: number;
  readonly plansGivenUp: number;
  readonly promisesWarned: number;
  readonly promisesBroken: number;
  readonly contractsExpiring: number;
  readonly contractsRenewed: number;
}
