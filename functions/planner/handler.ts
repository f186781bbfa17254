import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { planCommand } from '../../shared/protocol/plan-command.ts';
import { giveUpPart, planPart } from './plan-part.ts';
import type { PlannerDeps } from './planner-deps.ts';

/** Plans the parts that were asked for: load, solve, check, save a proposal. */
export type PlannerHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** The queue gives a command so often, then parks it. */
export const mostReceives = 3;

export const createPlannerHandler = (deps: PlannerDeps): PlannerHandler => {
  return async ({ Records }) => {
    const failed: string[] = [];
    for (const record of Records) if (!(await planned(deps, record))) failed.push(record.messageId);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

/** Whether the command of this message is done with. */
const planned = async (deps: PlannerDeps, { messageId, body, attributes }: SQSRecord): Promise<boolean> => {
  try {
    const command = planCommand.parse(JSON.parse(body));
    try {
      await planPart(deps, command);
    } catch (error) {
      if (Number(attributes.ApproximateReceiveCount) >= mostReceives) await giveUpPart(deps, command);
      throw error;
    }
    return true;
  } catch (error) {
    deps.log.error('A part of a plan could not be planned', { messageId, error: String(error) });
    return false;
  }
};
