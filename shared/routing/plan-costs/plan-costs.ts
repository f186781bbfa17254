import type { PlanCost } from '../kernel/kernel.ts';
import { changedOrder } from './changed-order.ts';
import { highestLateness } from './highest-lateness.ts';
import { sprawl } from './sprawl.ts';
import { unfairness } from './unfairness.ts';

/** Every cost that no single stop or way has; a new one is a file and a line here. */
export const planCosts: readonly PlanCost[] = [highestLateness, unfairness, sprawl, changedOrder];
