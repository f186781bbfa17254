import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { LiveSender } from '../platform/live-sender.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessageSender } from '../platform/message-sender.ts';
import type { PlanQueue } from '../platform/queue.ts';
import type { RandomBytes } from '../platform/secret-token.ts';
import type { Table } from '../store/table-client.ts';

export interface ChangesDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: () => number;
  readonly randomBytes: RandomBytes;
  readonly sendLive: LiveSender;
  readonly sendMessage: MessageSender;
  readonly queuePlan: PlanQueue;
  /** Links in messages begin with it. */
  readonly webOrigin: string;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
