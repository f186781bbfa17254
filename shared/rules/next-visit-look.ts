/** What decides how soon the page of a visit is worth reading again. */
export interface VisitInterest {
  /** Whether the technician travels to this customer. */
  readonly travelling: boolean;
  /** Until he may be there at the earliest, where that is known. */
  readonly secondsToArrival: number | undefined;
  readonly hidden: boolean;
}

/**
 * In how many seconds a customer's page asks again. It need not ask more often than phones tell where they are
 * (next-position-batch.ts), and each question costs (S12): often while he comes to the door, else as seldom as nobody misses.
 */
export const nextVisitLookSeconds = ({ travelling, secondsToArrival, hidden }: VisitInterest): number => {
  if (hidden) return lookSeconds.hidden;
  if (!travelling) return lookSeconds.waiting;
  return (secondsToArrival ?? 0) <= arrivingSeconds ? lookSeconds.arriving : lookSeconds.travelling;
};

const arrivingSeconds = 3 * 60;
export const lookSeconds = { arriving: 10, travelling: 30, waiting: 20, hidden: 60 } as const;
