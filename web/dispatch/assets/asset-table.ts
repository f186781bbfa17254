import type { CallOf } from '../../../shared/protocol/endpoint.ts';
import { importAssets } from '../../../shared/protocol/endpoints/agreement-imports.ts';
import { listAssets } from '../../../shared/protocol/endpoints/assets.ts';
import type { ExchangeTable } from '../administration/exchange/exchange-table.ts';
import { readPages } from '../administration/exchange/read-pages.ts';
import { RowReader } from '../administration/exchange/row-reader.ts';

type Row = CallOf<typeof importAssets>['body']['rows'][number];

/** Assets, each at a site of its customer: by the refs under which they were imported, or by ids. */
export const assetTable: ExchangeTable<Row> = {
  columns: [
    'ref',
    'customer',
    'site',
    'name',
    'class',
    'maker',
    'model',
    'serial',
    'installed',
    'sold',
    'first used',
    'repaired by others',
  ],
  example: [
    'A-77',
    'K-1001',
    'Bakery',
    'Oven 2',
    'oven',
    'Halden',
    'O-60',
    'O60-000912',
    '2026-02-03',
    '2026-01-20',
    '2026-02-04',
    '',
  ],
  atOnce: 25,
  read(cells) {
    const reader = new RowReader(cells);
    const [site, soldOn, firstUsedOn] = [reader.text('site'), reader.day('sold'), reader.day('first used')];
    const othersRepairedOn = reader.list('repaired by others');
    const asset = {
      name: reader.needed('name'),
      assetClass: reader.needed('class'),
      maker: reader.needed('maker'),
      model: reader.needed('model'),
      serial: reader.needed('serial'),
      installedOn: reader.neededDay('installed'),
      ...(soldOn !== undefined && { soldOn }),
      ...(firstUsedOn !== undefined && { firstUsedOn }),
      ...(othersRepairedOn.length > 0 && { othersRepairedOn }),
    };
    const row = { ref: reader.needed('ref'), customerRef: reader.needed('customer'), asset };
    return reader.done(site === '' ? row : { ...row, site });
  },
  async send(api, rows, signal) {
    return (await api.call(importAssets, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(api, _known, signal) {
    for await (const assets of readPages((query) => api.call(listAssets, { query }, { signal }))) {
      yield assets.map((one) => [
        one.id,
        one.customerId,
        one.siteId,
        one.name,
        one.assetClass,
        one.maker,
        one.model,
        one.serial,
        one.installedOn,
        one.soldOn ?? '',
        one.firstUsedOn ?? '',
        (one.othersRepairedOn ?? []).join('; '),
      ]);
    }
  },
};
