import type { CallOf } from '../../../shared/protocol/endpoint.ts';
import { importWarranties } from '../../../shared/protocol/endpoints/agreement-imports.ts';
import { listWarranties } from '../../../shared/protocol/endpoints/warranties.ts';
import type { ExchangeTable } from '../administration/exchange/exchange-table.ts';
import { readPages } from '../administration/exchange/read-pages.ts';
import { idByName, RowReader } from '../administration/exchange/row-reader.ts';
import { moneyField } from '../../ui/money.ts';
import type { Catalogue } from '../state/read-catalogue.ts';
import { amountIn } from './amount-in.ts';

type Row = CallOf<typeof importWarranties>['body']['rows'][number];
type Facts = Row['warranty'];
const starts = ['day', 'sale', 'installation', 'first-use'] as const;

/** Warranties, each on an asset by its ref, id or serial; amounts in the company's currency. What no column says stays as it is. */
export const warrantyTable = (currency: string): ExchangeTable<Row> => ({
  columns: [
    'ref',
    'asset',
    'kind',
    'clause',
    'begins by',
    'starts',
    'ends',
    'meter',
    'ends above',
    'labour %',
    'parts %',
    'travel %',
    'part',
    'limit per claim',
    'wear parts excluded',
    'void after repair by others',
    'voiding causes',
    'parts excluded',
  ],
  example: [
    'W-9',
    'O60-000912',
    'maker',
    'Maker, section 3',
    'installation',
    '',
    '2028-02-02',
    'hours',
    '4000',
    '100',
    '100',
    '0',
    '',
    '1500.00',
    'yes',
    'yes',
    'water-damage',
    '',
  ],
  atOnce: 25,
  read(cells, known) {
    const reader = new RowReader(cells);
    const startsBy = reader.choice('begins by', starts);
    const startsOn = reader.day('starts');
    if (startsBy === 'day' && startsOn === undefined) reader.refuse('starts');
    const limit = amountIn(reader, 'limit per claim', currency);
    const warranty: Facts = {
      kind: reader.choice('kind', ['maker', 'extended', 'repair']),
      clause: reader.needed('clause'),
      ...(startsBy !== 'day' && { startsBy }),
      ...(startsOn !== undefined && { startsOn }),
      endsOn: reader.neededDay('ends'),
      covers: {
        labour: reader.number('labour %', 0),
        parts: reader.number('parts %', 0),
        travel: reader.number('travel %', 0),
      },
      ...usageIn(reader),
      ...partIn(reader, known),
      ...(limit !== undefined && { limitPerClaimMinorUnits: limit }),
      ...exclusionsIn(reader, known),
    };
    return reader.done({ ref: reader.needed('ref'), asset: reader.needed('asset'), warranty });
  },
  async send(api, rows, signal) {
    return (await api.call(importWarranties, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(api, { parts }, signal) {
    const nameOf = (id = '') => parts.get(id)?.name ?? id;
    for await (const page of readPages((query) => api.call(listWarranties, { query }, { signal }))) {
      yield page.map(({ covers, exclusions = {}, limitPerClaimMinorUnits: limit, ...one }) => [
        one.id,
        one.assetId,
        one.kind,
        one.clause,
        one.startsBy ?? 'day',
        one.startsOn,
        one.endsOn,
        one.endsByUsage?.meter ?? '',
        String(one.endsByUsage?.endsAbove ?? ''),
        ...[covers.labour, covers.parts, covers.travel].map(String),
        nameOf(one.partId),
        limit === undefined ? '' : moneyField(limit, currency),
        exclusions.wearParts ? 'yes' : 'no',
        exclusions.othersRepair ? 'yes' : 'no',
        (exclusions.misuseCodes ?? []).join('; '),
        (exclusions.partIds ?? []).map(nameOf).join('; '),
      ]);
    }
  },
});

const usageIn = (reader: RowReader): Pick<Facts, 'endsByUsage'> => {
  const meter = reader.text('meter');
  return meter === '' ? {} : { endsByUsage: { meter, endsAbove: Math.round(reader.number('ends above', Number.NaN)) } };
};

const partIn = (reader: RowReader, { parts }: Catalogue): Pick<Facts, 'partId'> => {
  const [partId] = partsIn(reader, 'part', parts);
  return partId === undefined ? {} : { partId };
};

const exclusionsIn = (reader: RowReader, { parts }: Catalogue): Pick<Facts, 'exclusions'> => {
  const wearParts = reader.choice('wear parts excluded', ['no', 'yes']) === 'yes';
  const othersRepair = reader.choice('void after repair by others', ['no', 'yes']) === 'yes';
  const misuseCodes = reader.list('voiding causes');
  const partIds = partsIn(reader, 'parts excluded', parts);
  const exclusions = {
    ...(wearParts && { wearParts }),
    ...(othersRepair && { othersRepair }),
    ...(misuseCodes.length > 0 && { misuseCodes }),
    ...(partIds.length > 0 && { partIds }),
  };
  return Object.keys(exclusions).length === 0 ? {} : { exclusions };
};

/** Parts by name or id; one that is not in the catalogue is refused. */
const partsIn = (reader: RowReader, column: string, parts: Catalogue['parts']): string[] => {
  const named = [...parts.values()].map((one) => [one.id, one.name] as const);
  const ids = reader.list(column).map((text) => idByName(named, text));
  if (ids.includes(undefined)) reader.refuse(column);
  return ids.filter((id) => id !== undefined);
};
