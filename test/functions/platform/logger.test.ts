import { expect, test } from 'vitest';
import { createLogger } from '../../../functions/platform/logger.ts';

const told = (tell: (log: ReturnType<typeof createLogger>) => void): unknown => {
  const lines: string[] = [];
  tell(createLogger('changes', (line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
};

test('a line names its level, what happened, where, and what belongs to it', () => {
  const line = told((log) => log.warn('A message could not be sent', { messageId: 'msg_1', attempts: 2 }));
  expect(line).toMatchObject({
    level: 'WARN',
    message: 'A message could not be sent',
    service: 'changes',
    messageId: 'msg_1',
    attempts: 2,
  });
});

test('a fault is told with its stack and its cause', () => {
  const fault = new Error('The table is away', { cause: new TypeError('no connection') });
  expect(told((log) => log.error('GET /v1/account', fault))).toMatchObject({
    level: 'ERROR',
    error: {
      message: 'The table is away',
      stack: expect.stringContaining('logger.test'),
      cause: { name: 'TypeError', message: 'no connection' },
    },
  });
});
