import type { CallOf } from '../../../../shared/protocol/endpoint.ts';
import type { Priority } from '../../../../shared/model/priority.ts';
import { importServiceRequests, listServiceRequests } from '../../../../shared/protocol/endpoints/service-requests.ts';
import type { ExchangeTable, RowResult } from './exchange-table.ts';
import { idByName, RowReader } from './row-reader.ts';

type Row = CallOf<typeof importServiceRequests>['body']['requests'][number];

/** Service requests; times as ISO 8601 instants. Those that are open are exported. */
export const requestTable: ExchangeTable<Row> = {
  columns: [
    'ref',
    'kind',
    'subject',
    'name',
    'phone',
    'email',
    'address',
    'latitude',
    'longitude',
    'received at',
    'due by',
    'work type',
    'priority',
  ],
  example: [
    'R-55',
    'fault',
    'No hot water',
    'Ines Okafor',
    '+16175550188',
    '',
    '12 North St',
    '42.36',
    '-71.06',
    '2026-05-11T13:00:00Z',
    '2026-05-14T13:00:00Z',
    'Boiler repair',
    'normal',
  ],
  atOnce: 25,
  read(cells, { workTypes }) {
    const reader = new RowReader(cells);
    const [phone, email, typeName] = [reader.phone('phone'), reader.text('email'), reader.text('work type')];
    const workTypeId = idByName(
      [...workTypes.values()].map((one) => [one.id, one.name] as const),
      typeName,
    );
    if (typeName !== '' && workTypeId === undefined) reader.refuse('work type');
    return reader.done({
      externalRef: reader.needed('ref'),
      kind: reader.choice('kind', ['fault', 'enquiry', 'complaint', 'suggestion']),
      subject: reader.needed('subject'),
      contact: { name: reader.needed('name'), ...(phone && { phone }), ...(email && { email }) },
      place: {
        addressText: reader.needed('address'),
        location: [reader.number('longitude', 0), reader.number('latitude', 0)] satisfies [number, number],
      },
      receivedAt: instantIn(reader, 'received at'),
      dueBy: instantIn(reader, 'due by'),
      priority: reader.choice<Priority>('priority', ['normal', 'emergency', 'high', 'low']),
      ...(workTypeId !== undefined && { workTypeId }),
    });
  },
  async send(api, rows, signal) {
    const { results } = await api.call(importServiceRequests, { body: { requests: [...rows] } }, { signal });
    return results.map(({ externalRef: ref, result, serviceRequestId: id }): RowResult => ({
      ref,
      ...(id !== undefined && { id }),
      result: resultOf[result],
    }));
  },
  async *lines(api, { territories, workTypes }, signal) {
    for (const territoryId of [...territories.map(({ id }) => id), undefined]) {
      let cursor: string | undefined;
      do {
        const query = { limit: 200, ...(territoryId && { territoryId }), ...(cursor !== undefined && { cursor }) };
        const page = await api.call(listServiceRequests, { query }, { signal });
        yield page.items.map((one) => [
          one.externalRef ?? one.id,
          one.kind,
          one.subject,
          one.contact.name,
          one.contact.phone ?? '',
          one.contact.email ?? '',
          one.place.addressText,
          String(one.place.location[1]),
          String(one.place.location[0]),
          one.receivedAt,
          one.dueBy,
          workTypes.get(one.workTypeId ?? '')?.name ?? '',
          one.priority,
        ]);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
    }
  },
};

const resultOf = {
  created: 'created',
  'already-there': 'unchanged',
  'waits-for-agent': 'waits',
  failed: 'failed',
} as const satisfies Record<string, RowResult['result']>;

const instantIn = (reader: RowReader, column: string): string => {
  const at = Date.parse(reader.needed(column));
  if (Number.isNaN(at)) reader.refuse(column);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
};
