import { requireVersion } from './appointment-of.ts';
import type { StaffAsked } from './route.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import type { Entity } from '../store/entity.ts';

/** The record, if there is one, and if it stands in the version that the caller names. */
export const recordOf = async <Value extends { readonly version: number }, Ref>(
  asked: Pick<StaffAsked, 'deps' | 'tenantId' | 'ifMatch' | 'caller' | 'now' | 'begin'>,
  entity: Entity<Value, Ref>,
  ref: Ref,
): Promise<Value> => {
  const found = await asked.deps.table.get(entity, asked.tenantId, ref);
  if (!found) throw notFound(entity.name.replaceAll('-', ' '));
  requireVersion(asked, found);
  return found;
};

/** Others hang on it: who or what, so that one can go there. */
export const inUse = (detail: string): Refusal => new Refusal('wrong-state', { reason: 'in-use', detail });
