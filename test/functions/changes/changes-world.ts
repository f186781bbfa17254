import { randomBytes } from 'node:crypto';
import type { ChangesDeps } from '../../../functions/changes/changes-deps.ts';
import { createChangesHandler } from '../../../functions/changes/handler.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import type { OutgoingMessage } from '../../../functions/platform/message-sender.ts';
import { liveSocketEntity } from '../../../functions/store/entities/live-socket.ts';
import { createTimersHandler } from '../../../functions/timers/handler.ts';
import type { LiveFrame } from '../../../shared/protocol/live-event.ts';
import type { PlanCommand } from '../../../shared/protocol/plan-command.ts';
import { openTestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';

export const webOrigin = 'https://fieldline.example';

/** The changes entry on a real table; what it sends is caught here. */
export const openChangesWorld = async () => {
  const test = await openTestTable();
  const clock = setClock('2026-05-12T14:00:05.000Z');
  const sent: { connectionId: string; frame: LiveFrame }[] = [];
  const outbox: OutgoingMessage[] = [];
  const queued: PlanCommand[] = [];
  const gone = new Set<string>();
  const broken = new Set<string>();
  const senders: Pick<ChangesDeps, 'sendLive' | 'sendMessage' | 'queuePlan'> = {
    sendLive: async (connectionId, frame) => {
      if (gone.has(connectionId)) return 'gone';
      if (broken.has('live')) throw new Error('the gateway is busy');
      sent.push({ connectionId, frame });
      return 'sent';
    },
    sendMessage: async (message) => {
      if (broken.has('mail')) throw new Error('the mail service is down');
      outbox.push(message);
    },
    queuePlan: async (command) => {
      if (broken.has('queue')) throw new Error('the queue is down');
      queued.push(command);
    },
  };
  const common = { table: test.table, clock, newId: idMaker(clock), random: () => 0.5, log: silentLog() };
  const handle = createChangesHandler({ ...common, randomBytes, webOrigin, ...senders });
  const watch = createTimersHandler({ ...common, queuePlan: async () => undefined });
  return {
    ...test,
    clock,
    sent,
    outbox,
    queued,
    gone,
    broken,
    handle,
    framesTo: (connectionId: string) =>
      sent.filter((one) => one.connectionId === connectionId).map(({ frame }) => frame),
    /** Passes on what changed, and what that changed in turn, until nothing is left. */
    passOn: async () => {
      for (let event = await test.changes(); event.Records.length > 0; event = await test.changes()) {
        await handle(event);
      }
    },
    /** What the clock does then; `passOn` tells what comes of it. */
    roundAt: async (at: string) => {
      clock.set(at);
      await watch();
    },
    listen: (connectionId: string, tenantId: string, territoryId: string) =>
      test.keep(liveSocketEntity, tenantId, {
        connectionId,
        territoryId,
        accountId: 'dispatcher',
        expiresAt: '2026-05-12T16:00:00.000Z',
      }),
  };
};
export type ChangesWorld = Awaited<ReturnType<typeof openChangesWorld>>;
