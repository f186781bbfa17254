import type { Actor } from '../../shared/model/history-entry.ts';
import type { NewId } from '../platform/ids.ts';
import { newSecret, type RandomBytes } from '../platform/secret-token.ts';
import { customerLinkEntity } from './entities/customer-link.ts';
import type { UnitOfWork } from './unit-of-work.ts';

interface VisitLinkWish {
  readonly tenantId: string;
  readonly appointmentId: string;
  readonly by: Actor;
  /** The message that carries it, where one does. */
  readonly messageId?: string;
  readonly webOrigin: string;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
}

/** Adds a link to follow one appointment, with its history; gives the address, whose secret is kept nowhere but in it. */
export const addVisitLink = (
  work: UnitOfWork,
  { tenantId, appointmentId, by, messageId, webOrigin, newId, randomBytes }: VisitLinkWish,
): { readonly url: string; readonly customerLinkId: string } => {
  const { token, hash: tokenHash } = newSecret(tenantId, randomBytes);
  const { id: customerLinkId } = work.create(customerLinkEntity, {
    id: newId('customerLink'),
    scope: 'visit',
    tokenHash,
    appointmentId,
  });
  const facts = { customerLinkId, ...(messageId !== undefined && { messageId }) };
  work.record(appointmentId, 'customer-link.made', by, facts);
  return { url: `${webOrigin}/customer/#${token}`, customerLinkId };
};
