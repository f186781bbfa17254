import { addProof, getProof } from '../../../shared/protocol/endpoints/warranties.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import { addressOfFile } from '../../api/address-of-file.ts';
import { changeRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField, notFound } from '../../platform/errors.ts';
import { warrantyEntity } from '../../store/entities/warranty.ts';
import { staffRoute, type Route } from '../route.ts';

export const proofRoutes: readonly Route[] = [
  // The same content is the same proof, so a repeat needs no kept answer; its address would have ended by then.
  staffRoute(
    addProof,
    (asked) =>
      asked.decide(async () => {
        const { deps, tenantId, body, params } = asked;
        const before = await recordOf(asked, warrantyEntity, { id: params.warrantyId });
        const work = asked.begin();
        const proofs = withProof(before, body);
        const warranty = changeRecord(asked, work, warrantyEntity, before, { ...before, proofs });
        return { work, answer: { warranty, upload: await deps.photoStore.uploadOf(tenantId, body) } };
      }),
    { keepsAnswer: false },
  ),

  staffRoute(getProof, async (asked) => {
    const { deps, tenantId, params } = asked;
    const { proofs = [] } = await recordOf(asked, warrantyEntity, { id: params.warrantyId });
    const found = proofs.find(({ contentHash }) => contentHash === params.contentHash);
    if (found?.type === undefined || found.sizeBytes === undefined) throw notFound('proof');
    const { contentHash, type, sizeBytes } = found;
    return { url: await addressOfFile(deps.photoStore, tenantId, { contentHash, type, sizeBytes }) };
  }),
];

type Proofs = NonNullable<Warranty['proofs']>;
const mostProofs = 10;

const withProof = ({ proofs = [] }: Warranty, added: Proofs[number]): Proofs => {
  const known = proofs.findIndex(({ contentHash }) => contentHash === added.contentHash);
  if (known < 0 && proofs.length >= mostProofs) throw badField('body', `a warranty keeps ${mostProofs} proofs`);
  return known < 0 ? [...proofs, added] : proofs.with(known, added);
};
