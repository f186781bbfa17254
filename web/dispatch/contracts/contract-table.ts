import type { Entitlement, ServiceContract } from '../../../shared/model/service-contract.ts';
import type { CallOf } from '../../../shared/protocol/endpoint.ts';
import { importContracts } from '../../../shared/protocol/endpoints/agreement-imports.ts';
import { listContracts } from '../../../shared/protocol/endpoints/contracts.ts';
import { moneyField } from '../../ui/money.ts';
import type { ExchangeTable } from '../administration/exchange/exchange-table.ts';
import { readPages } from '../administration/exchange/read-pages.ts';
import { RowReader } from '../administration/exchange/row-reader.ts';
import { amountIn } from '../assets/amount-in.ts';
import { contractNameOf } from './contract-name-of.ts';
import { namesIn, termsCells, termsColumns, termsIn, type NameOf } from './contract-terms-cells.ts';

type Row = CallOf<typeof importContracts>['body']['rows'][number];
type Facts = Row['contract'];
const priorities = ['emergency', 'high', 'normal', 'low'] as const;
const renewalColumns = ['renewal', 'renewal months', 'notice days'] as const;
const leaseColumns = [
  'lessor',
  'maintained by',
  'swap right',
  'swaps',
  'may be bought from',
  'residual',
  'condition at return',
] as const;
const usualHours = { emergency: 4, high: 8, normal: 48, low: 120 } as const;

/** Contracts with their terms, what is included and the promise to mend; amounts in the company's currency. What no column says stays as it is. */
export const contractTable = (currency: string): ExchangeTable<Row> => ({
  columns: [
    'ref',
    'customer',
    'kind',
    'clause',
    'starts',
    'ends',
    'sites',
    'assets',
    'asset classes',
    'labour %',
    'parts %',
    'travel %',
    'included per',
    'appointments',
    'hours',
    'spend',
    'emergency hours',
    'high hours',
    'normal hours',
    'low hours',
    ...renewalColumns,
    ...leaseColumns,
    ...termsColumns,
  ],
  example: [
    'C-12',
    'K-1001',
    'service-agreement',
    'Gold care, 2.1',
    '2026-01-01',
    '2026-12-31',
    'Bakery',
    '',
    'oven; mixer',
    '100',
    '50',
    '100',
    'year',
    '4',
    '12.5',
    '2000.00',
    '4',
    '8',
    '24',
    '72',
    'automatic',
    '12',
    '90',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'emergency 30min; high 1h; normal 8h; low 24h',
    'emergency 2h; high 4h; normal 24h; low 72h',
    'America/New_York',
    '12345 08:00-18:00; 6 09:00-13:00',
    '',
    '',
    '',
    '',
    '500.00',
    'Mina Petrov',
    'mina@example.com',
    'yes',
  ],
  atOnce: 10,
  read(cells) {
    const reader = new RowReader(cells);
    const classes = reader.list('asset classes');
    const kind = reader.choice('kind', ['service-agreement', 'lease', 'purchase']);
    const contract: Facts = {
      kind,
      clause: reader.needed('clause'),
      startsOn: reader.neededDay('starts'),
      endsOn: reader.neededDay('ends'),
      covers: {
        labour: reader.number('labour %', 0),
        parts: reader.number('parts %', 0),
        travel: reader.number('travel %', 0),
      },
      ...(classes.length > 0 && { assetClasses: classes }),
      ...entitlementIn(reader, currency),
      fixWithinSeconds: promisesIn(reader),
      ...renewalIn(reader),
      ...(kind === 'lease' && leaseIn(reader, currency)),
      ...termsIn(reader, currency),
    };
    return reader.done({
      ref: reader.needed('ref'),
      customerRef: reader.needed('customer'),
      sites: reader.list('sites'),
      assets: reader.list('assets'),
      contract,
      ...namesIn(reader),
    });
  },
  async send(api, rows, signal) {
    return (await api.call(importContracts, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(api, known, signal) {
    const nameOf = contractNameOf(api, known, signal);
    for await (const page of readPages((query) => api.call(listContracts, { query }, { signal }))) {
      const name = await nameOf(page);
      yield page.map((one) => lineOf(one, currency, name));
    }
  },
});

const entitlementIn = (reader: RowReader, currency: string): Pick<Facts, 'entitlement'> => {
  const figure = (column: string) => (reader.text(column) === '' ? undefined : reader.number(column, 0));
  const [appointments, hours] = [figure('appointments'), figure('hours')];
  const spend = amountIn(reader, 'spend', currency);
  const entitlement: Entitlement = {
    per: reader.choice('included per', ['year', 'month', 'term']),
    ...(appointments !== undefined && { appointments: Math.round(appointments) }),
    ...(hours !== undefined && { labourSeconds: Math.round(hours * 3600) }),
    ...(spend !== undefined && { spendMinorUnits: spend }),
  };
  return Object.keys(entitlement).length === 1 ? {} : { entitlement };
};

const promisesIn = (reader: RowReader): Facts['fixWithinSeconds'] => {
  const seconds = (name: (typeof priorities)[number]) =>
    Math.round(reader.number(`${name} hours`, usualHours[name]) * 3600);
  return { emergency: seconds('emergency'), high: seconds('high'), normal: seconds('normal'), low: seconds('low') };
};

const renewalIn = (reader: RowReader): Pick<Facts, 'renewal'> => {
  if (isEmpty(reader, renewalColumns)) return {};
  return {
    renewal: {
      kind: reader.choice('renewal', ['by-agreement', 'automatic', 'ends']),
      months: Math.round(reader.number('renewal months', 12)),
      noticeDays: Math.round(reader.number('notice days', 90)),
    },
  };
};

const leaseIn = (reader: RowReader, currency: string): Pick<Facts, 'lease'> => {
  if (isEmpty(reader, leaseColumns)) return {};
  const residualOn = reader.day('may be bought from');
  const residual = amountIn(reader, 'residual', currency);
  const mostSwaps = reader.text('swaps') === '' ? undefined : reader.number('swaps', 0);
  const returnCondition = reader.text('condition at return');
  return {
    lease: {
      lessor: reader.needed('lessor'),
      swapRight: reader.choice('swap right', ['no', 'yes']) === 'yes',
      ...(mostSwaps !== undefined && { mostSwaps: Math.round(mostSwaps) }),
      maintainedBy: reader.choice('maintained by', ['lessor', 'company', 'customer']),
      ...(residualOn !== undefined && { residualOn }),
      ...(residual !== undefined && { residualMinorUnits: residual }),
      ...(returnCondition !== '' && { returnCondition }),
    },
  };
};

const lineOf = (one: ServiceContract, currency: string, nameOf: NameOf): string[] => {
  const { covers, entitlement = { per: 'year' as const }, renewal, lease } = one;
  const { appointments, labourSeconds, spendMinorUnits }: Partial<Entitlement> = entitlement;
  return [
    one.id,
    one.customerId,
    one.kind,
    one.clause,
    one.startsOn,
    one.endsOn,
    one.siteIds.join('; '),
    (one.assetIds ?? []).join('; '),
    (one.assetClasses ?? []).join('; '),
    ...[covers.labour, covers.parts, covers.travel].map(String),
    entitlement.per,
    String(appointments ?? ''),
    labourSeconds === undefined ? '' : String(labourSeconds / 3600),
    amountText(spendMinorUnits, currency),
    ...priorities.map((name) => String(one.fixWithinSeconds[name] / 3600)),
    renewal?.kind ?? '',
    String(renewal?.months ?? ''),
    String(renewal?.noticeDays ?? ''),
    lease?.lessor ?? '',
    lease?.maintainedBy ?? '',
    lease ? yesOrNo(lease.swapRight) : '',
    String(lease?.mostSwaps ?? ''),
    lease?.residualOn ?? '',
    amountText(lease?.residualMinorUnits, currency),
    lease?.returnCondition ?? '',
    ...termsCells(one, nameOf, (minor) => amountText(minor, currency)),
  ];
};

/** Nothing is said of it; then it stays as it is. */
const isEmpty = (reader: RowReader, columns: readonly string[]): boolean =>
  columns.every((column) => reader.text(column) === '');

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

const amountText = (minor: number | undefined, currency: string): string =>
  minor === undefined ? '' : moneyField(minor, currency);
