import type { Endpoint } from '../../shared/protocol/endpoint.ts';
import { Refusal } from '../platform/errors.ts';
import { customerOf, type CustomerCaller } from './customer-caller.ts';
import type { ApiDeps } from './api-deps.ts';
import type { StaffCaller } from './route.ts';

export type Authorized =
  | { readonly kind: 'staff'; readonly caller: StaffCaller }
  | { readonly kind: 'customer'; readonly caller: CustomerCaller }
  | { readonly kind: 'anyone' };

/** Who asks, if the endpoint is open to him; his own things are told apart by the routes. */
export const authorize = async (
  { access }: Endpoint,
  authorization: string | undefined,
  deps: ApiDeps,
  now: string,
): Promise<Authorized> => {
  if (access.kind === 'anyone') return { kind: 'anyone' };
  // Trackers speak with another entry, which knows their secrets.
  if (access.kind === 'device') throw new Refusal('not-allowed');
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new Refusal('unauthenticated');
  if (access.kind === 'customer') {
    const caller = await customerOf(deps.table, token, now);
    if (caller.link.scope !== access.scope) throw new Refusal('not-allowed');
    return { kind: 'customer', caller };
  }
  const caller = await deps.verifier(token);
  const held = access.roles.filter((role) => caller.roles.includes(role));
  if (held.length === 0) throw new Refusal('not-allowed');
  if (held.some((role) => role !== 'technician')) return { kind: 'staff', caller };
  if (caller.technicianId === undefined) {
    throw new Refusal('not-allowed', { detail: 'This account names no technician.' });
  }
  return { kind: 'staff', caller: { ...caller, onlyTechnicianId: caller.technicianId } };
};
