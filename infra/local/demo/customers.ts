import type { Asset } from '../../../shared/model/asset.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Site } from '../../../shared/model/site.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import { inventAsset, inventWarranty } from './assets.ts';
import { promisesOf } from './catalogue.ts';
import { businessNames, familyNames, givenNames, publicBodyNames } from './customer-names.ts';
import { inventPlace } from './invent-place.ts';
import type { Maker } from './maker.ts';
import type { Random } from './random.ts';
import { type TerritoryKey } from './territory-areas.ts';

/** A site with whose it is and what stands there. */
export interface Served {
  readonly territory: TerritoryKey;
  readonly customer: Customer;
  readonly site: Site;
  readonly assets: readonly Asset[];
}

export interface CustomerBook {
  readonly customers: readonly Customer[];
  readonly served: readonly Served[];
  readonly warranties: readonly Warranty[];
  readonly contracts: readonly ServiceContract[];
}

const territoryKeys: readonly TerritoryKey[] = ['north', 'west', 'east', 'south'];
const assetsOf: Readonly<Record<Customer['kind'], readonly string[]>> = {
  household: ['boiler', 'boiler', 'water-heater', 'washing-machine', 'dryer', 'refrigerator', 'switchboard'],
  business: ['boiler', 'lift', 'lift', 'refrigerator', 'switchboard', 'water-heater'],
  'public-body': ['boiler', 'lift', 'switchboard'],
};
const sitesOf: Readonly<Record<Customer['kind'], readonly [number, number]>> = {
  household: [1, 1],
  business: [1, 3],
  'public-body': [4, 6],
};

/** Some eighty customers: households, businesses, public bodies, with sites, machines, warranties and contracts. */
export function buildCustomers(make: Maker): CustomerBook {
  const customers: Customer[] = [];
  const served: Served[] = [];
  const warranties: Warranty[] = [];
  const contracts: ServiceContract[] = [];
  for (const customer of inventCustomers(make)) {
    const random = make.random(`customer/${customer.name}`);
    const sites = inventSites(make, random, customer);
    customers.push(customer);
    served.push(...sites);
    for (const asset of sites.flatMap(({ assets }) => assets)) warranties.push(...inventWarranty(make, random, asset));
    const contract = inventContract(make, random, customer, sites);
    if (contract) contracts.push(contract);
  }
  return { customers, served, warranties, contracts };
}

function inventCustomers(make: Maker): Customer[] {
  const random = make.random('customer-names');
  const households = random.shuffled(familyNames).map((family) => `${random.pick(givenNames)} ${family}`);
  const named: [Customer['kind'], string][] = [
    ...households.map((name): [Customer['kind'], string] => ['household', name]),
    ...businessNames.map((name): [Customer['kind'], string] => ['business', name]),
    ...publicBodyNames.map((name): [Customer['kind'], string] => ['public-body', name]),
  ];
  return named.map(([kind, name], index) => ({
    ...make.record('customer', name),
    name,
    kind,
    phones: [`+1617555${String(1000 + index)}`],
    ...(random.chance(0.85)
      ? {
          email: `${name
            .toLowerCase()
            .replaceAll(/[^a-z]+/g, '.')
            .replaceAll(/^\.|\.$/g, '')}@example.com`,
        }
      : {}),
    language: random.chance(0.1) ? 'zh' : 'en',
  }));
}

function inventSites(make: Maker, random: Random, customer: Customer): Served[] {
  const [fewest, most] = sitesOf[customer.kind];
  const names = ['Main house', 'Annex', 'East building', 'Depot', 'West wing', 'Clinic'];
  return Array.from({ length: random.between(fewest, most) }, (_, index) => {
    const territory =
      customer.kind === 'public-body' ? (territoryKeys[index % 4] ?? 'north') : random.pick(territoryKeys);
    const site: Site = {
      ...make.record('site', `${customer.name}/${index}`),
      customerId: customer.id,
      name: customer.kind === 'household' ? 'Home' : (names[index] ?? 'Site'),
      place: inventPlace(random, territory),
      ...(random.chance(0.3)
        ? {
            accessNotes: random.pick([
              'Ring twice',
              'Key at the front desk',
              'Dog in the yard',
              'Service entrance at the back',
            ]),
          }
        : {}),
    };
    const classes = random.shuffled(assetsOf[customer.kind]);
    const distinct = [...new Set(classes)].slice(0, random.between(1, 3));
    return {
      territory,
      customer,
      site,
      assets: distinct.map((assetClass) => inventAsset(make, random, site, assetClass)),
    };
  });
}

function inventContract(
  make: Maker,
  random: Random,
  customer: Customer,
  sites: readonly Served[],
): ServiceContract | undefined {
  const share = { household: 0.3, business: 0.6, 'public-body': 1 }[customer.kind];
  if (!random.chance(share)) return undefined;
  const ended = random.chance(0.15);
  const kind =
    customer.kind === 'household'
      ? 'service-agreement'
      : random.pick(['service-agreement', 'lease', 'purchase'] as const);
  return {
    ...make.record('serviceContract', customer.name),
    customerId: customer.id,
    kind,
    clause: kind === 'service-agreement' ? 'Full care: labour and travel, parts at half' : 'Basic care: labour',
    siteIds: random.chance(0.2) && sites[0] ? [sites[0].site.id] : [],
    startsOn: ended ? '2024-07-01' : '2026-01-01',
    endsOn: ended ? '2026-06-30' : '2028-12-31',
    covers:
      kind === 'service-agreement' ? { labour: 100, parts: 50, travel: 100 } : { labour: 100, parts: 0, travel: 0 },
    fixWithinSeconds: promisesOf(customer.kind === 'household' ? [4, 8, 48, 120] : [2, 6, 24, 96]),
  };
}
