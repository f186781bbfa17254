import type { Appointment } from '../../shared/model/appointment.ts';
import type { HistoryEntry } from '../../shared/model/history-entry.ts';
import type { Message, VisitTemplate } from '../../shared/model/message.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { customerEntity } from '../store/entities/customer.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import type { ChangesDeps } from './changes-deps.ts';
import { keepMessage } from './keep-message.ts';
import type { VisitMessageFacts } from './messages/message-words.ts';
import { windowInWords } from './messages/window-in-words.ts';
import { wordsIn } from './messages/words-in.ts';
import { requestContractMessage } from './request-contract-message.ts';
import { stillTrue } from './still-true.ts';

/** What happened longer ago than this is no news any more. */
const newsSeconds = 12 * 3600;

/** Keeps the message that this event asks for, once however often the event comes: its id is derived from the event's. */
export const requestMessage = async (deps: ChangesDeps, tenantId: string, entry: HistoryEntry): Promise<void> => {
  if (deps.clock().getTime() - Date.parse(entry.at) > newsSeconds * 1000) return;
  if (entry.event === 'service-contract.expiring') return requestContractMessage(deps, tenantId, entry);
  const template = templateOf(entry);
  if (!template) return;
  const appointment = await deps.table.get(appointmentEntity, tenantId, { id: entry.subjectId });
  const address = appointment && addressOf(template, appointment);
  if (!appointment || !address || !stillTrue(template, appointment)) return;
  const { language, facts } = await factsOf(deps, tenantId, appointment);
  const { subject, text } = wordsIn[language][template](facts);
  await keepMessage(deps, tenantId, entry.id, {
    appointmentId: appointment.id,
    template,
    ...address,
    language,
    subject,
    text,
  });
};

const templateOf = ({ event }: HistoryEntry): VisitTemplate | undefined => {
  if (event === 'appointment.scheduled') return 'appointment-scheduled';
  if (event === 'appointment.travelling') return 'technician-travelling';
  if (event === 'appointment.completed') return 'appointment-completed';
  return undefined;
};

/** What is urgent goes to the phone first, the rest to the mailbox. */
const addressOf = (
  template: VisitTemplate,
  { contact: { phone, email } }: Appointment,
): Pick<Message, 'channel' | 'to'> | undefined => {
  const bySms = phone === undefined ? undefined : ({ channel: 'sms', to: phone } as const);
  const byMail = email === undefined ? undefined : ({ channel: 'e-mail', to: email } as const);
  return template === 'technician-travelling' ? (bySms ?? byMail) : (byMail ?? bySms);
};

const factsOf = async ({ table }: ChangesDeps, tenantId: string, appointment: Appointment) => {
  const [first] = appointment.assignments;
  const [tenant, customer, territory, technician] = await Promise.all([
    table.get(tenantEntity, tenantId, { id: tenantId }),
    appointment.customerId === undefined
      ? undefined
      : table.get(customerEntity, tenantId, { id: appointment.customerId }),
    table.get(territoryEntity, tenantId, { id: appointment.territoryId }),
    first && table.get(technicianEntity, tenantId, { id: first.technicianId }),
  ]);
  if (!tenant || !territory) throw new Error(`The tenant or the territory of ${appointment.id} is missing`);
  const language = customer?.language ?? tenant.language;
  const facts: VisitMessageFacts = {
    company: tenant.name,
    subject: appointment.subject,
    number: appointment.workOrderNumber,
    window: windowInWords(appointment.arrivalWindow, language, territory.timeZone),
    technician: technician?.name.split(' ')[0] ?? '',
  };
  return { language, facts };
};
