import type { Customer } from '../../shared/model/customer.ts';
import type { HistoryEntry } from '../../shared/model/history-entry.ts';
import type { ContractTemplate, Message } from '../../shared/model/message.ts';
import type { Language } from '../../shared/model/scalar.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import type { Day } from '../../shared/model/time.ts';
import { addDays } from '../../shared/geo/zoned-time.ts';
import { customerEntity } from '../store/entities/customer.ts';
import { serviceContractEntity } from '../store/entities/service-contract.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import { coveragePolicy } from '../store/questions/coverage-book.ts';
import { contractStillEnds } from './contract-still-ends.ts';
import type { ChangesDeps } from './changes-deps.ts';
import { keepMessage } from './keep-message.ts';
import { dayInWords } from './messages/day-in-words.ts';
import { wordsIn } from './messages/words-in.ts';

/** Keeps what is told before a contract ends, to who looks after it and, where that is wished, to its customer: once, as the ids are derived from the event's. */
export const requestContractMessage = async (
  deps: ChangesDeps,
  tenantId: string,
  { id, subjectId, at }: HistoryEntry,
): Promise<void> => {
  const { table, webOrigin } = deps;
  const [contract, tenant, policy] = await Promise.all([
    table.get(serviceContractEntity, tenantId, { id: subjectId }),
    table.get(tenantEntity, tenantId, { id: tenantId }),
    coveragePolicy(table, tenantId),
  ]);
  if (!contract || !tenant || !contractStillEnds(contract)) return;
  const customer = await table.get(customerEntity, tenantId, { id: contract.customerId });
  const url = `${webOrigin}/dispatch/?view=contracts&open=${contract.id}`;
  for (const { template, language, ...address } of readersOf(contract, tenant, customer, policy.contractKeeper)) {
    const { subject, text } = wordsIn[language][template]({
      company: tenant.name,
      clause: contract.clause,
      customer: customer?.name ?? '',
      endsOn: dayInWords(contract.endsOn, language),
      days: daysUntil(contract.endsOn, at),
      noticeBy: noticeByOf(contract, language),
      url,
      phone: tenant.phone,
    });
    // One by one: one that is there already keeps no other back.
    await keepMessage(deps, tenantId, `${id} ${template}`, {
      contractId: contract.id,
      template,
      ...address,
      language,
      subject,
      text,
    });
  }
};

const daysUntil = (endsOn: Day, at: string): number =>
  Math.round((Date.parse(endsOn) - Date.parse(at.slice(0, 10))) / 86_400_000);

type Reader = Pick<Message, 'channel' | 'to' | 'language'> & { readonly template: ContractTemplate };

const readersOf = (
  { keeper, tellsCustomer }: ServiceContract,
  tenant: Tenant,
  customer: Customer | undefined,
  usualKeeper: ServiceContract['keeper'],
): Reader[] => {
  const own = keeper ?? usualKeeper;
  const theirs = tellsCustomer === true ? customer && addressOf(customer) : undefined;
  return [
    ...(own
      ? [{ template: 'contract-expiring', channel: 'e-mail', to: own.email, language: tenant.language } as const]
      : []),
    ...(theirs && customer
      ? [{ template: 'contract-expiring-customer', ...theirs, language: customer.language } as const]
      : []),
  ];
};

/** The customer's own mailbox, else a contact's, else a telephone. */
const addressOf = ({ email, contacts = [], phones }: Customer): Pick<Message, 'channel' | 'to'> | undefined => {
  const mailbox = email ?? contacts.find((one) => one.email !== undefined)?.email;
  if (mailbox !== undefined) return { channel: 'e-mail', to: mailbox };
  const [phone] = phones;
  return phone === undefined ? undefined : { channel: 'sms', to: phone };
};

/** The last day for it, where it would go on by itself. */
const noticeByOf = ({ renewal, endsOn }: ServiceContract, language: Language): string | undefined => {
  const noticeBy: Day | undefined = renewal?.kind === 'automatic' ? addDays(endsOn, -renewal.noticeDays) : undefined;
  return noticeBy === undefined ? undefined : dayInWords(noticeBy, language);
};
