import type { CustomerLink } from '../../shared/model/customer-link.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { linkEnded } from '../../shared/rules/tracking-visibility.ts';
import { Refusal } from '../platform/errors.ts';
import { readSecretToken } from '../platform/secret-token.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { customerLinkEntity } from '../store/entities/customer-link.ts';
import { customerSessionEntity } from '../store/entities/customer-session.ts';
import type { Table } from '../store/table-client.ts';

/** A customer who came by a link: he has the link's scope and nothing else. */
export interface CustomerCaller {
  readonly tenantId: string;
  readonly link: CustomerLink;
  /** The one appointment that a visit's link shows. */
  readonly appointment?: Appointment;
}

/** Who holds this session; it ends with its hour, and with its link. */
export const customerOf = async (table: Table, token: string, now: string): Promise<CustomerCaller> => {
  const secret = readSecretToken(token);
  if (!secret) throw new Refusal('unauthenticated');
  const session = await table.get(customerSessionEntity, secret.tenantId, { sessionHash: secret.hash });
  if (!session || session.expiresAt <= now) throw new Refusal('unauthenticated');
  return openCustomerLink(table, secret.tenantId, session.linkHash, now);
};

/** The link by the hash of its secret with what it opens; refused as `link-ended` where it opens nothing any more. */
export const openCustomerLink = async (
  table: Table,
  tenantId: string,
  tokenHash: string,
  now: string,
): Promise<CustomerCaller> => {
  const link = await table.get(customerLinkEntity, tenantId, { tokenHash });
  if (!link) throw new Refusal('unauthenticated');
  const { appointmentId } = link;
  const appointment = appointmentId && (await table.get(appointmentEntity, tenantId, { id: appointmentId }));
  const reason = linkEnded(link, appointment || undefined, now);
  if (reason) throw new Refusal('link-ended', { reason });
  return { tenantId, link, ...(appointment && { appointment }) };
};
