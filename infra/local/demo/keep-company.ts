import { assetEntity } from '../../../functions/store/entities/asset.ts';
import { nameWords } from '../../../shared/rules/name-words.ts';
import { customerWordEntity } from '../../../functions/store/entities/customer-word.ts';
import { contactEntryEntity } from '../../../functions/store/entities/contact-entry.ts';
import { customerEntity } from '../../../functions/store/entities/customer.ts';
import { partEntity } from '../../../functions/store/entities/part.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { siteEntity } from '../../../functions/store/entities/site.ts';
import { skillEntity } from '../../../functions/store/entities/skill.ts';
import { stockLocationEntity } from '../../../functions/store/entities/stock-location.ts';
import { stockMovementEntity } from '../../../functions/store/entities/stock-movement.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { warrantyEntity } from '../../../functions/store/entities/warranty.ts';
import { workTypeEntity } from '../../../functions/store/entities/work-type.ts';
import { keepAgreements } from './agreements.ts';
import type { DemoCompany } from './company.ts';
import type { Keep } from './keep.ts';

/** Hands over everything but the stock levels, which the first days still change. */
export function keepCompany(
  { tenant, catalogue, crew, book, warehouse, opening, make }: DemoCompany,
  keep: Keep,
): void {
  keep(tenantEntity, tenant);
  keepAgreements(make, keep);
  for (const territory of Object.values(catalogue.territories)) keep(territoryEntity, territory);
  for (const skill of Object.values(catalogue.skills)) keep(skillEntity, skill);
  for (const part of Object.values(catalogue.parts)) keep(partEntity, part);
  for (const workType of Object.values(catalogue.workTypes)) keep(workTypeEntity, workType);
  keep(stockLocationEntity, warehouse);
  for (const { technician, van } of crew) {
    keep(stockLocationEntity, van);
    keep(technicianEntity, technician);
  }
  for (const { stockLocationId, partId, quantity, updatedAt } of opening) {
    const id = make.id('stockMovement', `opening/${stockLocationId}/${partId}`);
    const movement = {
      id,
      stockLocationId,
      partId,
      kind: 'opening' as const,
      change: quantity,
      at: updatedAt,
      by: 'Opening',
    };
    keep(stockMovementEntity, movement);
  }
  for (const customer of book.customers) {
    keep(customerEntity, customer);
    for (const word of nameWords(customer.name)) keep(customerWordEntity, { word, customerId: customer.id });
    for (const contact of [...customer.phones, ...(customer.email === undefined ? [] : [customer.email])]) {
      keep(contactEntryEntity, { contact: contact.toLowerCase(), customerId: customer.id });
    }
  }
  for (const { site, assets } of book.served) {
    keep(siteEntity, site);
    for (const asset of assets) keep(assetEntity, asset);
  }
  for (const warranty of book.warranties) keep(warrantyEntity, warranty);
  for (const contract of book.contracts) keep(serviceContractEntity, contract);
}
