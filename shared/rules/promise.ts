import { addSeconds } from '../geo/instant-arithmetic.ts';
import type { Priority } from '../model/priority.ts';
import type { FixPromises, ServiceContract } from '../model/service-contract.ts';
import type { Instant } from '../model/time.ts';
import type { WorkType } from '../model/work-type.ts';

export interface PromiseQuestion {
  /** As an agent set it; the work type's where he did not. */
  readonly priority?: Priority | undefined;
  /** Absent while nobody has decided what work it is. */
  readonly workType?: Pick<WorkType, 'priority' | 'fixWithinSeconds'> | undefined;
  /** Contracts in force for the site. */
  readonly contracts?: readonly Pick<ServiceContract, 'fixWithinSeconds'>[] | undefined;
  readonly receivedAt: Instant;
}

const hourSeconds = 3600;

/** Within what time someone answers a request that is no work yet; an assumption of the house. */
export const answerWithinSeconds: FixPromises = {
  emergency: 2 * hourSeconds,
  high: 8 * hourSeconds,
  normal: 24 * hourSeconds,
  low: 72 * hourSeconds,
};

/** How urgent a request is and by when it is due: the best promise among work type and contracts, counted from its receipt. */
export const decidePromise = (question: PromiseQuestion): { priority: Priority; dueBy: Instant } => {
  const priority = question.priority ?? question.workType?.priority ?? 'normal';
  const promises = [question.workType ?? { fixWithinSeconds: answerWithinSeconds }, ...(question.contracts ?? [])];
  const withinSeconds = Math.min(...promises.map(({ fixWithinSeconds }) => fixWithinSeconds[priority]));
  return { priority, dueBy: addSeconds(question.receivedAt, withinSeconds) };
};
