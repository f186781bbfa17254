import type { Message } from '../../shared/model/message.ts';
import { derivedId } from '../platform/ids.ts';
import { messageEntity } from '../store/entities/message.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { ChangesDeps } from './changes-deps.ts';

/** What is told and to whom; of which visit or contract. */
type ToTell = Pick<
  Message,
  'channel' | 'to' | 'language' | 'template' | 'appointmentId' | 'contractId' | 'subject' | 'text'
>;

/** Keeps a message until it is sent, once however often its `cause` comes: its id is derived from it. */
export const keepMessage = async (deps: ChangesDeps, tenantId: string, cause: string, told: ToTell): Promise<void> => {
  const work = beginWork({ ...deps, tenantId, now: deps.clock().toISOString(), singly: true });
  work.create(messageEntity, {
    id: derivedId('message', cause),
    ...told,
    subject: told.subject.slice(0, 200),
    status: 'waiting',
    attempts: 0,
  });
  await work.commit();
};
