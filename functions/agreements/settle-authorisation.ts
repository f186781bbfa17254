import type { Authorisation } from '../../shared/model/authorisation.ts';
import type { Actor } from '../../shared/model/history-entry.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { allGiven, answerAuthorisation, type AuthorisationAnswer } from '../../shared/rules/authorisation.ts';
import { workOrderStatusOf } from '../../shared/rules/work-order-status.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { authorisationEntity } from '../store/entities/authorisation.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import { authorisationsOf, coverageRecords } from '../store/questions/coverage-file.ts';
import { appointmentsOfWorkOrder } from '../store/questions/work-order-file.ts';
import type { Table } from '../store/table-client.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';

interface Surroundings {
  readonly table: Table;
  readonly tenantId: string;
}

/** Adds an answer to the work; when it was the last one that the work waited for, the work order goes on. */
export const settleAuthorisation = async (
  work: UnitOfWork,
  { table, tenantId }: Surroundings,
  asked: Authorisation,
  answer: AuthorisationAnswer,
): Promise<Authorisation> => {
  const answered = answerAuthorisation(asked, answer);
  if (!answered.ok) {
    throw new Refusal(answered.reason === 'other-role' ? 'not-allowed' : 'wrong-state', {
      reason: answered.reason,
      detail: refusals[answered.reason],
      present: asked,
    });
  }
  const after = work.update(authorisationEntity, asked, answered.authorisation);
  work.record(asked.workOrderId, 'work-order.authorisation-answered', answer.by, {
    authorisationId: asked.id,
    kind: asked.need.kind,
    to: answer.to,
  });
  if (after.status === 'approved') await goOn(work, { table, tenantId }, after, answer.by);
  return after;
};

const refusals = {
  'answered-already': 'It was answered already.',
  'other-role': 'Somebody of another role must answer it.',
  'reference-required': 'The maker gives a number for the return: name it.',
} as const;

/** Work that is held for nothing but words goes on when all are given. */
const goOn = async (
  work: UnitOfWork,
  { table, tenantId }: Surroundings,
  answered: Authorisation,
  by: Actor,
): Promise<void> => {
  const { workOrderId } = answered;
  const [workOrder, records, all] = await Promise.all([
    table.get(workOrderEntity, tenantId, { id: workOrderId }),
    coverageRecords(table, tenantId, workOrderId),
    authorisationsOf(table, tenantId, workOrderId),
  ]);
  if (!workOrder) throw notFound('work order');
  const known = all.map((one) => (one.id === answered.id ? answered : one));
  // So that of two last words that come at once one sees the other.
  for (const other of all) if (other.id !== answered.id) work.check(authorisationEntity, other, other);
  if (workOrder.status !== 'on-hold' || !allGiven(records.at(-1)?.decision.needs ?? [], known)) return;
  await resume(work, { table, tenantId }, workOrder, by);
};

const resume = async (
  work: UnitOfWork,
  { table, tenantId }: Surroundings,
  workOrder: WorkOrder,
  by: Actor,
): Promise<void> => {
  const appointments = await appointmentsOfWorkOrder(table, tenantId, workOrder);
  const status = workOrderStatusOf(appointments.map((appointment) => appointment.status));
  work.update(workOrderEntity, workOrder, { ...workOrder, status });
  work.record(workOrder.id, 'work-order.held', by, { to: 'resumed', reason: 'authorised' });
};
