import type { CustomerLink } from '../../shared/model/customer-link.ts';
import type { Draft } from '../../shared/model/entity.ts';
import type { NewId } from './ids.ts';
import { newSecret, type RandomBytes } from './secret-token.ts';

interface VisitLinkOptions {
  readonly tenantId: string;
  readonly appointmentId: string;
  readonly webOrigin: string;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
}

/** A new link for a customer to follow one appointment: the address with its secret in the fragment, and what is kept of it. */
export const newVisitLink = (options: VisitLinkOptions): { url: string; draft: Draft<CustomerLink> } => {
  const { tenantId, appointmentId, webOrigin, newId, randomBytes } = options;
  const { token, hash: tokenHash } = newSecret(tenantId, randomBytes);
  return {
    url: `${webOrigin}/customer/#${token}`,
    draft: { id: newId('customerLink'), scope: 'visit', tokenHash, appointmentId },
  };
};
