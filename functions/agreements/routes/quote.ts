import type { Authorisation } from '../../../shared/model/authorisation.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { answerQuote, getQuote } from '../../../shared/protocol/endpoints/coverage.ts';
import type { CustomerCaller } from '../../api/customer-caller.ts';
import { notFound } from '../../platform/errors.ts';
import { authorisationEntity } from '../../store/entities/authorisation.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { coverageRecords } from '../../store/questions/coverage-file.ts';
import type { AgreementsDeps } from '../agreements-deps.ts';
import { customerRoute, type Route } from '../route.ts';
import { settleAuthorisation } from '../settle-authorisation.ts';

export const quoteRoutes: readonly Route[] = [
  customerRoute(getQuote, async ({ deps, caller }) => viewOf(deps, caller, await quoteOf(deps, caller))),

  customerRoute(answerQuote, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, caller, body, now } = asked;
      const before = await quoteOf(deps, caller);
      const work = asked.begin();
      const name = body.to === 'approved' ? body.signature.signedBy : before.waitsFor;
      const by = { kind: 'customer', id: caller.link.id, name } as const;
      const after = await settleAuthorisation(work, { table: deps.table, tenantId }, before, { ...body, by, at: now });
      return { work, answer: await viewOf(deps, caller, after) };
    }),
  ),
];

const quoteOf = async ({ table }: AgreementsDeps, { tenantId, link }: CustomerCaller): Promise<Authorisation> => {
  const { authorisationId: id } = link;
  const quote = id === undefined ? undefined : await table.get(authorisationEntity, tenantId, { id });
  if (!quote) throw notFound('quote');
  return quote;
};

/** What it was asked upon, and of that the customer's side only. */
const viewOf = async (
  { table }: AgreementsDeps,
  { tenantId }: CustomerCaller,
  quote: Authorisation,
): Promise<ResponseOf<typeof getQuote>> => {
  const [tenant, workOrder, records] = await Promise.all([
    table.get(tenantEntity, tenantId, { id: tenantId }),
    table.get(workOrderEntity, tenantId, { id: quote.workOrderId }),
    coverageRecords(table, tenantId, quote.workOrderId),
  ]);
  const record = records.find(({ hash }) => hash === quote.decisionHash);
  if (!tenant || !workOrder || !record) throw notFound('quote');
  const { decision } = record;
  return {
    company: tenant.name,
    workOrderNumber: workOrder.number,
    subject: workOrder.subject,
    currency: decision.currency,
    status: quote.status,
    lines: decision.lines.map(({ id, kind, priceMinorUnits, shares }) => ({
      id,
      kind,
      priceMinorUnits,
      customerMinorUnits: shares.customer,
    })),
    totalMinorUnits: decision.totalMinorUnits,
    customerMinorUnits: decision.totals.customer,
    ...(quote.answeredAt !== undefined && { answeredAt: quote.answeredAt }),
  };
};
