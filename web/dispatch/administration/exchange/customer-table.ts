import type { CallOf } from '../../../../shared/protocol/endpoint.ts';
import { getCustomerFile, listCustomers } from '../../../../shared/protocol/endpoints/customers.ts';
import { importCustomers } from '../../../../shared/protocol/endpoints/imports.ts';
import type { ExchangeTable } from './exchange-table.ts';
import { RowReader } from './row-reader.ts';

type Row = CallOf<typeof importCustomers>['body']['rows'][number];

/** Customers, each with the first of his sites. */
export const customerTable: ExchangeTable<Row> = {
  columns: ['ref', 'name', 'kind', 'phones', 'email', 'language', 'site', 'address', 'latitude', 'longitude'],
  example: [
    'K-1001',
    'Mill Bakery',
    'business',
    '+16175550900',
    'mill@example.com',
    'en',
    'Bakery',
    '12 Mill St',
    '42.36',
    '-71.06',
  ],
  atOnce: 25,
  read(cells) {
    const reader = new RowReader(cells);
    const email = reader.text('email');
    const address = reader.text('address');
    const customer = {
      name: reader.needed('name'),
      kind: reader.choice('kind', ['household', 'business', 'public-body']),
      phones: reader.list('phones').map((one) => one.replace(/[\s().-]/g, '')),
      language: reader.choice('language', ['en', 'zh']),
      ...(email !== '' && { email }),
    };
    const location: [number, number] = [reader.number('longitude', 0), reader.number('latitude', 0)];
    if (address !== '' && !location.some(Boolean)) reader.refuse('latitude');
    const site = { name: reader.text('site') || address, place: { addressText: address, location } };
    return reader.done({ ref: reader.needed('ref'), customer, ...(address !== '' && { site }) });
  },
  async send(api, rows, signal) {
    return (await api.call(importCustomers, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(api, _known, signal) {
    let cursor: string | undefined;
    do {
      const query = { limit: 50, ...(cursor !== undefined && { cursor }) };
      const page = await api.call(listCustomers, { query }, { signal });
      const files = await Promise.all(
        page.items.map(({ id }) => api.call(getCustomerFile, { params: { customerId: id } }, { signal })),
      );
      yield files.map(({ customer, sites: [site] }) => [
        customer.id,
        customer.name,
        customer.kind,
        customer.phones.join('; '),
        customer.email ?? '',
        customer.language,
        site?.name ?? '',
        site?.place.addressText ?? '',
        String(site?.place.location[1] ?? ''),
        String(site?.place.location[0] ?? ''),
      ]);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  },
};
