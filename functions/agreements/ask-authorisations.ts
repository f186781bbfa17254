import type { Authorisation } from '../../shared/model/authorisation.ts';
import type { AuthorisationNeed } from '../../shared/model/coverage-decision.ts';
import type { CoverageRecord } from '../../shared/model/coverage-record.ts';
import type { Actor } from '../../shared/model/history-entry.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { openNeeds, supersededBy, waitsForWord } from '../../shared/rules/authorisation.ts';
import { secondsAfter } from '../platform/clock.ts';
import { newSecret } from '../platform/secret-token.ts';
import { authorisationEntity } from '../store/entities/authorisation.ts';
import { customerLinkEntity } from '../store/entities/customer-link.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { AgreementsDeps } from './agreements-deps.ts';

export interface AuthorisationsToAsk {
  readonly deps: AgreementsDeps;
  readonly tenantId: string;
  readonly workOrder: WorkOrder;
  readonly record: CoverageRecord;
  readonly asked: readonly Authorisation[];
  readonly customerName: string | undefined;
  readonly by: Actor;
}

/** A quote may be answered so long. */
const quoteSeconds = 30 * 86_400;

/** Adds what is still to be asked for to the work, takes back what no longer is, and puts the work order on hold until all are given. */
export const askAuthorisations = (
  work: UnitOfWork,
  wish: AuthorisationsToAsk,
): { readonly authorisations: Authorisation[]; readonly quoteLink?: string } => {
  const { record, asked, workOrder, by } = wish;
  const { needs } = record.decision;
  const withdrawn = supersededBy(needs, asked).map((one) =>
    work.update(authorisationEntity, one, { ...one, status: 'withdrawn', answeredAt: work.now, answeredBy: by }),
  );
  const standing = asked.map((one) => withdrawn.find(({ id }) => id === one.id) ?? one);
  const fresh = openNeeds(needs, standing).map((need) => ask(work, wish, need));
  if (fresh.length > 0) hold(work, workOrder, by, fresh);
  const quote = fresh.find(({ need }) => need.kind === 'customer-quote');
  return { authorisations: [...standing, ...fresh], ...(quote && { quoteLink: linkTo(work, wish, quote) }) };
};

const ask = (work: UnitOfWork, wish: AuthorisationsToAsk, need: AuthorisationNeed): Authorisation => {
  const { deps, workOrder, record, by } = wish;
  const authorisation = work.create(authorisationEntity, {
    id: deps.newId('authorisation'),
    workOrderId: workOrder.id,
    workOrderNumber: workOrder.number,
    need,
    currency: record.decision.currency,
    waitsFor: waitsForOf(wish, need),
    status: 'waiting',
    decisionHash: record.hash,
  });
  work.record(workOrder.id, 'work-order.authorisation-asked', by, {
    authorisationId: authorisation.id,
    kind: need.kind,
    waitsFor: authorisation.waitsFor,
    amountMinorUnits: need.amountMinorUnits,
  });
  return authorisation;
};

const waitsForOf = ({ customerName, record }: AuthorisationsToAsk, need: AuthorisationNeed): string => {
  if (need.kind === 'customer-quote') return customerName ?? 'customer';
  return need.kind === 'internal-approval' ? need.role : (record.facts.asset?.maker ?? 'maker');
};

const hold = (work: UnitOfWork, workOrder: WorkOrder, by: Actor, fresh: readonly Authorisation[]): void => {
  if (!['new', 'scheduled', 'in-progress'].includes(workOrder.status)) return;
  work.update(workOrderEntity, workOrder, { ...workOrder, status: 'on-hold' });
  const waitsFor = fresh
    .map((one) => one.waitsFor)
    .join(', ')
    .slice(0, 200);
  work.record(workOrder.id, 'work-order.held', by, { to: 'on-hold', reason: waitsForWord, waitsFor });
};

const linkTo = (work: UnitOfWork, { deps, tenantId }: AuthorisationsToAsk, quote: Authorisation): string => {
  const { token, hash: tokenHash } = newSecret(tenantId, deps.randomBytes);
  work.create(customerLinkEntity, {
    id: deps.newId('customerLink'),
    scope: 'quote',
    tokenHash,
    authorisationId: quote.id,
    expiresAt: secondsAfter(work.now, quoteSeconds),
  });
  return `${deps.webOrigin}/customer/#${token}`;
};
