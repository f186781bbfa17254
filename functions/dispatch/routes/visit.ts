import { getVisit } from '../../../shared/protocol/endpoints/visit.ts';
import { visibleToCustomer } from '../../../shared/rules/tracking-visibility.ts';
import { Refusal } from '../../platform/errors.ts';
import { latestPositionEntity } from '../../store/entities/latest-position.ts';
import { technicianEntity } from '../../store/entities/technician.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { travelIn } from '../../store/travel-in.ts';
import { customerRoute, type Route } from '../route.ts';

export const visitRoutes: readonly Route[] = [
  customerRoute(getVisit, async ({ deps, tenantId, caller, now }) => {
    const { appointment } = caller;
    if (!appointment) throw new Refusal('link-ended');
    const { table, travel } = deps;
    const technicianId = appointment.assignments[0]?.technicianId;
    const [tenant, territory, workOrder, technician, latestPosition] = await Promise.all([
      table.get(tenantEntity, tenantId, { id: tenantId }),
      table.get(territoryEntity, tenantId, { id: appointment.territoryId }),
      table.get(workOrderEntity, tenantId, { id: appointment.workOrderId }),
      technicianId === undefined ? undefined : table.get(technicianEntity, tenantId, { id: technicianId }),
      technicianId === undefined ? undefined : table.get(latestPositionEntity, tenantId, { technicianId }),
    ]);
    if (!tenant || !territory || !workOrder) throw new Error(`What ${appointment.id} belongs to is missing`);
    const to = appointment.place.location;
    const places = [to, ...(latestPosition ? [latestPosition.fix.location] : [])];
    const departAt = Date.parse(now);
    const model = await travelIn({ table, travel, tenantId, territory, places, centre: to, departAt });
    const visible = visibleToCustomer({ appointment, latestPosition, now, travel: model });
    const { arrivalWindow, onTheWay } = visible;
    return {
      company: tenant.name,
      ...(tenant.phone !== undefined && { companyPhone: tenant.phone }),
      number: appointment.workOrderNumber,
      subject: appointment.subject,
      status: appointment.status,
      place: appointment.place,
      timeZone: territory.timeZone,
      covers: workOrder.coverage.covers,
      now,
      ...(arrivalWindow && { arrivalWindow }),
      ...(onTheWay && { onTheWay }),
      ...(visible.showsTechnician &&
        technician && { technicianName: firstNameOf(technician.name), vehicle: technician.vehicle }),
    };
  }),
];

const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;
