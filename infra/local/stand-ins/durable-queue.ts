import { createHash, randomUUID } from 'node:crypto';
import type { Corner } from '../table-engine/table-engine.ts';
import type { LocalService } from '../front/exchange.ts';
import { jsonAnswer } from '../front/exchange.ts';
import { orderedKey } from './ordered-key.ts';

export interface QueuedMessage {
  readonly key: string;
  readonly messageId: string;
  readonly body: string;
  readonly sentAt: number;
  readonly attempts: number;
  /** Set when it was given up; it stays to be seen. */
  readonly dead?: boolean;
}

/** Messages that survive a kill: what was acknowledged is delivered until it is done or given up in sight. */
export interface DurableQueue {
  /** Resolves when the message is on disk. */
  send(body: string): Promise<QueuedMessage>;
  waiting(): Promise<QueuedMessage[]>;
  done(message: QueuedMessage): Promise<void>;
  failed(message: QueuedMessage, dead: boolean): Promise<QueuedMessage>;
  /** Called whenever a message has come. */
  onSent(listener: () => void): void;
}

export function openDurableQueue(corner: Corner): DurableQueue {
  const listeners: (() => void)[] = [];
  const keep = async (message: QueuedMessage) => {
    await corner.put(message.key, JSON.stringify(message));
    return message;
  };
  return {
    send: async (body) => {
      const message = await keep({ key: orderedKey(), messageId: randomUUID(), body, sentAt: Date.now(), attempts: 0 });
      for (const listener of listeners) listener();
      return message;
    },
    waiting: async () => {
      const messages: QueuedMessage[] = [];
      for await (const [, text] of corner.entries()) messages.push(JSON.parse(text) as QueuedMessage); // written by keep
      return messages.filter(({ dead }) => dead !== true);
    },
    done: ({ key }) => corner.del(key),
    failed: (message, dead) => keep({ ...message, attempts: message.attempts + 1, ...(dead ? { dead } : {}) }),
    onSent: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Every queue of this machine by its name; one that is asked for is there. */
export interface Queues {
  named(name: string): DurableQueue;
}

export function openQueues(corner: (name: string) => Corner): Queues {
  const open = new Map<string, DurableQueue>();
  return {
    named: (name) => {
      const queue = open.get(name) ?? openDurableQueue(corner(`queue ${name}`));
      open.set(name, queue);
      return queue;
    },
  };
}

/** SQS as its SDK speaks to it (AWS JSON 1.0), as far as we use it: SendMessage to the queue whose name ends its address. */
export function queueService(queues: Queues): LocalService {
  return async ({ method, headers, body }) => {
    if (method !== 'POST' || !(headers['x-amz-target'] ?? '').startsWith('AmazonSQS.')) return undefined;
    if (headers['x-amz-target'] !== 'AmazonSQS.SendMessage') {
      return jsonAnswer({ __type: 'com.amazonaws.sqs#UnsupportedOperation', message: 'only SendMessage' }, 400);
    }
    const sent: { MessageBody?: string; QueueUrl?: string } = JSON.parse(body.toString('utf8'));
    const { MessageBody = '', QueueUrl = '' } = sent;
    const { messageId } = await queues.named(QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)).send(MessageBody);
    const md5 = createHash('md5').update(MessageBody).digest('hex');
    return { ...jsonAnswer({ MessageId: messageId, MD5OfMessageBody: md5 }), headers: awsJson };
  };
}

const awsJson = { 'content-type': 'application/x-amz-json-1.0' };
