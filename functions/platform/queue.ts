import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PlanCommand } from '../../shared/protocol/plan-command.ts';

/** Puts a command on the planner's queue; when it returns, the command is kept there. */
export type PlanQueue = (command: PlanCommand) => Promise<void>;

export const createPlanQueue =
  (client: SQSClient, queueUrl: string): PlanQueue =>
  async (command) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(command) }));
  };
