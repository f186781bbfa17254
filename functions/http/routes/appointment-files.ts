import { getAppointmentFile } from '../../../shared/protocol/endpoints/appointment-files.ts';
import { requireOwn } from '../../api/appointment-of.ts';
import { notFound } from '../../platform/errors.ts';
import { siteEntity } from '../../store/entities/site.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { appointmentFile } from '../../store/questions/appointment-file.ts';
import { linksAndMessages } from '../../store/questions/links-and-messages.ts';
import { staffRoute, type Route } from '../route.ts';

export const appointmentFileRoutes: readonly Route[] = [
  staffRoute(getAppointmentFile, async (asked) => {
    const { deps, tenantId, params } = asked;
    const [file, { messages }] = await Promise.all([
      appointmentFile(deps.table, tenantId, params.appointmentId),
      linksAndMessages(deps.table, tenantId, params.appointmentId),
    ]);
    if (!file) throw notFound('appointment');
    requireOwn(asked, file.appointment);
    const workOrder = await deps.table.get(workOrderEntity, tenantId, { id: file.appointment.workOrderId });
    if (!workOrder) throw new Error(`The work order of ${file.appointment.id} is missing`);
    const site = workOrder.siteId && (await deps.table.get(siteEntity, tenantId, { id: workOrder.siteId }));
    const accessNotes = site ? site.accessNotes : undefined;
    return { ...file, messages, coverage: workOrder.coverage, ...(accessNotes !== undefined && { accessNotes }) };
  }),
];
