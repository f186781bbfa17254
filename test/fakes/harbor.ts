import { appointmentEntity } from '../../functions/store/entities/appointment.ts';
import { assetAppointmentEntity } from '../../functions/store/entities/asset-appointment.ts';
import { assetEntity } from '../../functions/store/entities/asset.ts';
import { nameWords } from '../../shared/rules/name-words.ts';
import { customerWordEntity } from '../../functions/store/entities/customer-word.ts';
import { contactEntryEntity } from '../../functions/store/entities/contact-entry.ts';
import { customerEntity } from '../../functions/store/entities/customer.ts';
import { partEntity } from '../../functions/store/entities/part.ts';
import { siteEntity } from '../../functions/store/entities/site.ts';
import { skillEntity } from '../../functions/store/entities/skill.ts';
import { stockLevelEntity } from '../../functions/store/entities/stock-level.ts';
import { stockLocationEntity } from '../../functions/store/entities/stock-location.ts';
import { technicianEntity } from '../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../functions/store/entities/territory.ts';
import { warrantyEntity } from '../../functions/store/entities/warranty.ts';
import { workOrderEntity } from '../../functions/store/entities/work-order.ts';
import { workTypeEntity } from '../../functions/store/entities/work-type.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { skillSchema } from '../../shared/model/skill.ts';
import { stockLevelSchema, stockLocationSchema } from '../../shared/model/stock.ts';
import { tenantSchema } from '../../shared/model/tenant.ts';
import { anAppointment } from '../builders/an-appointment.ts';
import { anAsset } from '../builders/an-asset.ts';
import { aCustomer } from '../builders/a-customer.ts';
import { aPart } from '../builders/a-part.ts';
import { aSite } from '../builders/a-site.ts';
import { aTechnician, boilerSkillId } from '../builders/a-technician.ts';
import { aTerritory } from '../builders/a-territory.ts';
import { aWarranty } from '../builders/a-warranty.ts';
import { aWorkOrder } from '../builders/a-work-order.ts';
import { aWorkType } from '../builders/a-work-type.ts';
import { anId, aRecord } from '../builders/an-id.ts';
import type { HttpWorld } from './http-world.ts';

/** A small company of its own ids: a territory, two technicians with vans, a customer with a boiler under warranty, and boiler work. */
export const aCompany = () => {
  const tenant = tenantSchema.parse({
    ...aRecord('tenant'),
    name: 'Harbor Field Service',
    currency: 'USD',
    language: 'en',
    phone: '+16175550100',
  });
  const territory = aTerritory({ id: anId('territory') });
  const territoryIds = [territory.id];
  const van = stockLocationSchema.parse({ ...aRecord('stockLocation'), name: 'Van 4', kind: 'van' });
  const otherVan = stockLocationSchema.parse({ ...aRecord('stockLocation'), name: 'Van 5', kind: 'van' });
  const rosa = aTechnician({ ...aRecord('technician'), territoryIds, vanStockLocationId: van.id });
  const tomas = aTechnician({
    ...aRecord('technician'),
    name: 'Tomas Lindqvist',
    territoryIds,
    vanStockLocationId: otherVan.id,
  });
  const part = aPart();
  const level = stockLevelSchema.parse({
    stockLocationId: van.id,
    partId: part.id,
    quantity: 5,
    version: 1,
    updatedAt: '2026-05-12T11:00:00.000Z',
  });
  const workType = aWorkType({ ...aRecord('workType') });
  const customer = aCustomer();
  const site = aSite({ customerId: customer.id });
  const asset = anAsset({ customerId: customer.id, siteId: site.id });
  const warranty = aWarranty({ assetId: asset.id });
  const skill = skillSchema.parse({ ...aRecord('skill'), id: boilerSkillId, name: 'Boilers' });
  return {
    tenant,
    territory,
    van,
    otherVan,
    rosa,
    tomas,
    part,
    level,
    workType,
    customer,
    site,
    asset,
    warranty,
    skill,
  };
};
export type Company = ReturnType<typeof aCompany>;

/** Writes the company into the table. */
export const seedCompany = async (world: Pick<HttpWorld, 'keep'>, company: Company): Promise<void> => {
  const { id } = company.tenant;
  await world.keep(tenantEntity, id, company.tenant);
  await world.keep(territoryEntity, id, company.territory);
  await world.keep(technicianEntity, id, company.rosa, company.tomas);
  await world.keep(stockLocationEntity, id, company.van, company.otherVan);
  await world.keep(partEntity, id, company.part);
  await world.keep(stockLevelEntity, id, company.level);
  await world.keep(workTypeEntity, id, company.workType);
  await world.keep(skillEntity, id, company.skill);
  await world.keep(customerEntity, id, company.customer);
  for (const contact of [...company.customer.phones, company.customer.email ?? []].flat()) {
    await world.keep(contactEntryEntity, id, { contact: contact.toLowerCase(), customerId: company.customer.id });
  }
  for (const word of nameWords(company.customer.name)) {
    await world.keep(customerWordEntity, id, { word, customerId: company.customer.id });
  }
  await world.keep(siteEntity, id, company.site);
  await world.keep(assetEntity, id, company.asset);
  await world.keep(warrantyEntity, id, company.warranty);
};

/** An appointment of the company with its work order, stored; unscheduled unless the changes say otherwise. */
export const seedAppointment = async (
  world: Pick<HttpWorld, 'keep'>,
  { tenant, territory, workType, asset, customer, site }: Company,
  changes: Partial<Appointment> = {},
): Promise<Appointment> => {
  const appointment = anAppointment({
    territoryId: territory.id,
    workTypeId: workType.id,
    customerId: customer.id,
    assetId: asset.id,
    place: site.place,
    ...changes,
  });
  const workOrder = aWorkOrder({
    id: appointment.workOrderId,
    number: appointment.workOrderNumber,
    serviceRequestId: appointment.serviceRequestId,
    appointmentIds: [appointment.id],
    territoryId: territory.id,
    workTypeId: workType.id,
    siteId: site.id,
    status: 'new',
  });
  await world.keep(workOrderEntity, tenant.id, workOrder);
  await world.keep(appointmentEntity, tenant.id, appointment);
  await world.keep(assetAppointmentEntity, tenant.id, { assetId: asset.id, appointmentId: appointment.id });
  return appointment;
};
