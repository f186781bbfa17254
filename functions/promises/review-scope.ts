import { canonicalJson } from '../../shared/rules/coverage/canonical-json.ts';
import { coveragePolicyEntity } from '../store/entities/coverage-policy.ts';
import type { ReviewScope } from '../store/entities/coverage-review.ts';
import { priceListEntity } from '../store/entities/price-list.ts';
import { serviceContractEntity } from '../store/entities/service-contract.ts';
import { warrantyEntity } from '../store/entities/warranty.ts';
import { readChange, type ChangeOf, type StreamChange } from '../store/stream-change.ts';

export interface ScopeOfChange {
  readonly tenantId: string;
  readonly scope: ReviewScope;
}

const nobody: ReviewScope = { everybody: false, customerIds: [], assetIds: [] };
const everybody: ReviewScope = { ...nobody, everybody: true };

/** Whose work a change of a warranty, contract, price list or policy may decide otherwise; undefined where it is of another kind or says the same. */
export const scopeOfChange = (change: StreamChange): ScopeOfChange | undefined => {
  const warranty = readChange(warrantyEntity, change);
  if (warranty) return told(warranty, ({ assetId }) => ({ ...nobody, assetIds: [assetId] }));
  const contract = readChange(serviceContractEntity, change);
  if (contract) return told(contract, ({ customerId }) => ({ ...nobody, customerIds: [customerId] }));
  const rest = readChange(priceListEntity, change) ?? readChange(coveragePolicyEntity, change);
  return rest && told<object>(rest, () => everybody);
};

const told = <Value extends object>(
  { tenantId, before, after }: ChangeOf<Value>,
  of: (value: Value) => ReviewScope,
): ScopeOfChange | undefined => {
  if (before && after && said(before) === said(after)) return undefined;
  const scopes = [before, after].flatMap((value) => (value ? [of(value)] : []));
  return { tenantId, scope: scopes.reduce(bothScopes, nobody) };
};

/** What the watch notes in a contract, and whom it tells, decides nothing. */
const silent: readonly string[] = [
  ...['version', 'createdAt', 'updatedAt', 'expiryTold', 'renewedById'],
  ...['keeper', 'tellsCustomer', 'contractKeeper'],
];

const said = (value: object): string =>
  canonicalJson(Object.fromEntries(Object.entries(value).filter(([name]) => !silent.includes(name))));

/** As many as are named one by one. */
const mostNamed = 500;

export const bothScopes = (one: ReviewScope, other: ReviewScope): ReviewScope => {
  const customerIds = [...new Set([...one.customerIds, ...other.customerIds])];
  const assetIds = [...new Set([...one.assetIds, ...other.assetIds])];
  const isAll = one.everybody || other.everybody || customerIds.length > mostNamed || assetIds.length > mostNamed;
  return isAll ? everybody : { everybody: false, customerIds, assetIds };
};
