import type { StockLevel, StockLocation } from '../../../shared/model/stock.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { buildCatalogue, type Catalogue } from './catalogue.ts';
import { buildCustomers, type CustomerBook } from './customers.ts';
import { type Maker, makerOf } from './maker.ts';
import { buildStock } from './stock.ts';
import { buildTechnicians, type Crewed } from './technicians.ts';

/** The demonstration company as it stands before any day's work: all of it generated from the seed. */
export interface DemoCompany {
  readonly make: Maker;
  readonly tenant: Tenant;
  readonly catalogue: Catalogue;
  readonly crew: readonly Crewed[];
  readonly book: CustomerBook;
  readonly warehouse: StockLocation;
  /** What lies in the warehouse and on the vans at the opening. */
  readonly opening: readonly StockLevel[];
}

export const defaultSeed = 'harbor';

export function buildCompany(seed: string): DemoCompany {
  const make = makerOf(seed);
  const tenant: Tenant = {
    ...make.record('tenant', 'harbor-field-service'),
    name: 'Harbor Field Service',
    currency: 'USD',
    language: 'en',
    phone: '+16175550100',
  };
  const catalogue = buildCatalogue(make);
  const crew = buildTechnicians(make, catalogue);
  const { warehouse, opening } = buildStock(make, catalogue, crew);
  return { make, tenant, catalogue, crew, book: buildCustomers(make), warehouse, opening };
}
