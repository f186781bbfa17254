import type { Authorisation } from '../../../shared/model/authorisation.ts';
import type { CoveredWork } from '../../../shared/model/coverage-facts.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { answerQuote, getQuote } from '../../../shared/protocol/endpoints/coverage.ts';
import type { CustomerCaller } from '../../api/customer-caller.ts';
import { notFound } from '../../platform/errors.ts';
import { authorisationEntity } from '../../store/entities/authorisation.ts';
import { partEntity } from '../../store/entities/part.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { workTypeEntity } from '../../store/entities/work-type.ts';
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
  const { decision, facts } = record;
  const names = await namesIn(table, tenantId, facts.work);
  return {
    company: tenant.name,
    workOrderNumber: workOrder.number,
    subject: workOrder.subject,
    currency: decision.currency,
    status: quote.status,
    lines: decision.lines.map(({ id, kind, priceMinorUnits, shares }) => ({
      id,
      kind,
      ...names.get(id),
      priceMinorUnits,
      customerMinorUnits: shares.customer,
    })),
    totalMinorUnits: decision.totalMinorUnits,
    customerMinorUnits: decision.totals.customer,
    ...(quote.answeredAt !== undefined && { answeredAt: quote.answeredAt }),
  };
};

/** By line: what it is called in the catalogue, and how many of it. */
const namesIn = async (table: AgreementsDeps['table'], tenantId: string, { labour, parts }: CoveredWork) => {
  const refs = (ids: readonly string[]) => [...new Set(ids)].map((id) => ({ id }));
  const [workTypes, catalogue] = await Promise.all([
    table.getMany(workTypeEntity, tenantId, refs(labour.map(({ workTypeId }) => workTypeId))),
    table.getMany(partEntity, tenantId, refs(parts.map(({ partId }) => partId))),
  ]);
  const nameOf = (things: readonly { readonly id: string; readonly name: string }[], thingId: string) => {
    const name = things.find(({ id }) => id === thingId)?.name;
    return name === undefined ? {} : { name };
  };
  return new Map([
    ...labour.map(({ id, workTypeId }) => [id, nameOf(workTypes, workTypeId)] as const),
    ...parts.map(({ id, partId, quantity }) => [id, { ...nameOf(catalogue, partId), quantity }] as const),
  ]);
};
