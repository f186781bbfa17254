import type { Api } from '../../api/api.ts';
import { getPlanPart } from '../../../shared/protocol/endpoints/plans.ts';
import type { PartProposal, PlanFile } from './plan-proposals.ts';

const partsAtOnce = 4;

/** What the parts of a plan propose, read a few at a time. */
export const readProposals = async (api: Api, { id: planId, parts }: PlanFile): Promise<PartProposal[]> => {
  const proposals: PartProposal[] = [];
  const done = parts.filter(({ status }) => status === 'done');
  for (let i = 0; i < done.length; i += partsAtOnce) {
    const some = done
      .slice(i, i + partsAtOnce)
      .map(({ territoryId, day }) => api.call(getPlanPart, { params: { planId, territoryId, day } }));
    proposals.push(...(await Promise.all(some)));
  }
  return proposals;
};
