import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import {
  returnLeased as returnEndpoint,
  swapLeased as swapEndpoint,
} from '../../../shared/protocol/endpoints/contracts.ts';
import { returnLeased, swapLeased, type LeaseDecision, type LeaseRefusal } from '../../../shared/rules/lease.ts';
import { changeRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { assetEntity } from '../../store/entities/asset.ts';
import { serviceContractEntity } from '../../store/entities/service-contract.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const leaseRoutes: readonly Route[] = [
  staffRoute(swapEndpoint, (asked) =>
    asked.decide(async () => {
      const { body, caller, now } = asked;
      const before = await recordOf(asked, serviceContractEntity, { id: asked.params.contractId });
      await requireCustomersAsset(asked, before, body.newAssetId);
      return written(asked, before, swapLeased(before, { ...body, by: caller.name, at: now }));
    }),
  ),

  staffRoute(returnEndpoint, (asked) =>
    asked.decide(async () => {
      const { body, caller, now } = asked;
      const before = await recordOf(asked, serviceContractEntity, { id: asked.params.contractId });
      return written(asked, before, returnLeased(before, { ...body, by: caller.name, at: now }));
    }),
  ),
];

/** What takes the place must stand at the customer's, and be of a class that the contract names. */
const requireCustomersAsset = async (
  { deps, tenantId }: StaffAsked,
  { customerId, assetClasses = [] }: ServiceContract,
  assetId: string,
): Promise<void> => {
  const asset = await deps.table.get(assetEntity, tenantId, { id: assetId });
  if (asset?.customerId !== customerId) throw badField('body.newAssetId', 'the customer has no such asset');
  if (assetClasses.length > 0 && !assetClasses.includes(asset.assetClass)) {
    throw badField('body.newAssetId', 'the contract is for machines of another class');
  }
};

const written = (asked: StaffAsked, before: ServiceContract, decision: LeaseDecision) => {
  if (!decision.ok)
    throw new Refusal('wrong-state', { reason: decision.reason, detail: leaseRefusals[decision.reason] });
  const work = asked.begin();
  return { work, answer: changeRecord(asked, work, serviceContractEntity, before, decision.contract) };
};

const leaseRefusals: Readonly<Record<LeaseRefusal, string>> = {
  'not-a-lease': 'It is no lease.',
  'outside-term': 'The day lies outside its term.',
  'before-last-change': 'It was changed after that day already.',
  'not-leased': 'That machine is not leased under it.',
  'no-swap-right': 'The lease gives no right to swap.',
  'swaps-used-up': 'Every swap of the lease was used.',
  'leased-already': 'That machine is leased under it already.',
  'no-residual': 'The lease names no day from which it may be bought.',
  'residual-not-due': 'It may not be bought yet.',
  'condition-wanted': 'Say whether it is in the condition that was agreed.',
  'owes-nothing': 'What is as agreed costs nothing.',
};
