import { metresBetween } from '../../shared/geo/distance.ts';
import type { Asset } from '../../shared/model/asset.ts';
import type { Place } from '../../shared/model/place.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { Contact } from '../../shared/model/service-request.ts';
import type { Site } from '../../shared/model/site.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import { nameWords } from '../../shared/rules/name-words.ts';
import { badField } from '../platform/errors.ts';
import type { NewId } from '../platform/ids.ts';
import { customerBelongings, type CustomerBelongings } from '../store/questions/customer-belongings.ts';
import { customerByContact } from '../store/questions/customer-search.ts';
import { assetEntity } from '../store/entities/asset.ts';
import { contactEntryEntity } from '../store/entities/contact-entry.ts';
import { customerWordEntity } from '../store/entities/customer-word.ts';
import { customerEntity } from '../store/entities/customer.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { IntakeSurroundings, Told } from './told.ts';

/** What is known of who asks: at most one site and one asset are meant. */
export interface KnownCustomer {
  readonly customerId?: string;
  readonly site?: Site;
  readonly asset?: Asset;
  readonly contracts: readonly ServiceContract[];
}

/** A pin this near to a site means the site. */
const siteRadiusMetres = 150;
const stranger: KnownCustomer = { contracts: [] };

/** Customer, site and asset of a request: as named, else by contact and by place. A name that fits nothing is refused. */
export const customerOfRequest = async (
  told: Told,
  workType: WorkType | undefined,
  { table, tenantId }: IntakeSurroundings,
): Promise<KnownCustomer> => {
  const customerId = await customerIdOf(told, table, tenantId);
  if (customerId === undefined) {
    if (told.siteId !== undefined) throw badField('body.siteId', 'a site belongs to a customer; name him too');
    return stranger;
  }
  const belongings = await customerBelongings(table, tenantId, customerId);
  const asset = told.assetId === undefined ? undefined : belongings.assets.find(({ id }) => id === told.assetId);
  if (told.assetId !== undefined && !asset) throw badField('body.assetId', 'the customer has no such asset');
  const site = siteOf(told, belongings, asset);
  const meant = asset ?? onlyAssetFor(workType, site, belongings);
  return { customerId, contracts: belongings.contracts, ...(site && { site }), ...(meant && { asset: meant }) };
};

/** Adds a customer who gave a phone number or an e-mail address, so that he is known next time. */
export const addNewCustomer = (work: UnitOfWork, { contact }: Told, newId: NewId): string | undefined => {
  const contacts = contactsOf(contact);
  if (contacts.length === 0) return undefined;
  const id = newId('customer');
  const { name, phone, email } = contact;
  const phones = phone === undefined ? [] : [phone];
  work.create(customerEntity, {
    id,
    name,
    kind: 'household',
    phones,
    language: 'en',
    ...(email !== undefined && { email }),
  });
  for (const word of nameWords(name)) work.put(customerWordEntity, { word, customerId: id });
  for (const one of contacts) work.add(contactEntryEntity, { contact: one.toLowerCase(), customerId: id });
  return id;
};

const customerIdOf = async (
  { customerId, assetId, contact }: Told,
  table: IntakeSurroundings['table'],
  tenantId: string,
): Promise<string | undefined> => {
  if (customerId !== undefined) {
    const customer = await table.get(customerEntity, tenantId, { id: customerId });
    if (!customer) throw badField('body.customerId', 'there is no such customer');
    return customerId;
  }
  if (assetId !== undefined) {
    const asset = await table.get(assetEntity, tenantId, { id: assetId });
    if (!asset) throw badField('body.assetId', 'there is no such asset');
    return asset.customerId;
  }
  const contacts = contactsOf(contact);
  return contacts.length === 0 ? undefined : customerByContact(table, tenantId, contacts);
};

const contactsOf = ({ phone, email }: Contact): string[] => [phone, email].filter((one) => one !== undefined);

const siteOf = (told: Told, { sites }: CustomerBelongings, asset: Asset | undefined): Site | undefined => {
  const named = told.siteId ?? asset?.siteId;
  const site = sites.find(({ id }) => id === named);
  if (told.siteId !== undefined && !site) throw badField('body.siteId', 'the customer has no such site');
  return site ?? nearestSite(told.place, sites);
};

const nearestSite = (place: Place, sites: readonly Site[]): Site | undefined =>
  sites
    .map((site) => ({ site, metres: metresBetween(site.place.location, place.location) }))
    .filter(({ metres }) => metres <= siteRadiusMetres)
    .sort((a, b) => a.metres - b.metres)[0]?.site;

/** Where the work serves a class of machine and the site has exactly one of them, that one is meant. */
const onlyAssetFor = (
  workType: WorkType | undefined,
  site: Site | undefined,
  { assets }: CustomerBelongings,
): Asset | undefined => {
  const fitting = assets.filter(
    ({ siteId, assetClass }) => siteId === site?.id && workType?.assetClasses.includes(assetClass),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};
