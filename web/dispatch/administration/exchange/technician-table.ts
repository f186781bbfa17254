import type { CallOf } from '../../../../shared/protocol/endpoint.ts';
import { importTechnicians } from '../../../../shared/protocol/endpoints/imports.ts';
import type { Technician } from '../../../../shared/model/technician.ts';
import type { Catalogue } from '../../state/read-catalogue.ts';
import type { ExchangeTable } from './exchange-table.ts';
import { idByName, RowReader } from './row-reader.ts';

type Row = CallOf<typeof importTechnicians>['body']['rows'][number];
const columns = [
  'ref',
  'name',
  'phone',
  'email',
  'language',
  'employment',
  'vehicle',
  'active',
  'territories',
  'skills',
  'shifts',
  'address',
  'latitude',
  'longitude',
];

/** Technicians. Skills as `Gas:2:2027-05-01`, shifts as `12345 08:00-17:00`; several are separated by semicolons. */
export const technicianTable: ExchangeTable<Row> = {
  columns,
  example: [
    'T-7',
    'Noor Haddad',
    '+16175550177',
    'noor@example.com',
    'en',
    'staff',
    'White van',
    'yes',
    'Downtown & North',
    'Boilers:2:2027-05-01',
    '12345 08:00-17:00',
    '1 Depot Rd',
    '42.36',
    '-71.06',
  ],
  atOnce: 10,
  read(cells, known) {
    const reader = new RowReader(cells);
    const ref = reader.needed('ref');
    // What no column says stays as it is: van, break, and how shifts repeat.
    const before = known.technicians.get(ref);
    const shifts = shiftsIn(reader);
    const technician = {
      ...(before?.vanStockLocationId !== undefined && { vanStockLocationId: before.vanStockLocationId }),
      ...(before?.breakRule && { breakRule: before.breakRule }),
      name: reader.needed('name'),
      phone: reader.phone('phone'),
      email: reader.needed('email'),
      language: reader.choice('language', ['en', 'zh']),
      employment: reader.choice('employment', ['staff', 'contractor']),
      vehicle: reader.needed('vehicle'),
      active: reader.choice('active', ['yes', 'no']) === 'yes',
      territoryIds: territoriesIn(reader, known),
      skills: skillsIn(reader, known),
      shifts: before && shiftText(before.shifts) === shiftText(shifts) ? before.shifts : shifts,
      startPlace: {
        addressText: reader.needed('address'),
        location: [reader.number('longitude', 0), reader.number('latitude', 0)] satisfies [number, number],
      },
    };
    return reader.done({ ref, technician });
  },
  async send(api, rows, signal) {
    return (await api.call(importTechnicians, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(_api, known) {
    yield [...known.technicians.values()].map((one) => lineOf(one, known));
  },
};

const territoriesIn = (reader: RowReader, { territories }: Catalogue): string[] =>
  reader.list('territories').flatMap((text) => {
    const id = idByName(
      territories.map((one) => [one.id, one.name] as const),
      text,
    );
    if (id === undefined) reader.refuse('territories');
    return id ?? [];
  });

const skillsIn = (reader: RowReader, { skillNames }: Catalogue): Row['technician']['skills'] =>
  reader.list('skills').flatMap((text) => {
    const [name = '', level = '2', expiresOn] = text.split(':').map((one) => one.trim());
    const skillId = idByName(skillNames, name);
    if (skillId === undefined || !/^[123]$/.test(level)) reader.refuse('skills');
    return skillId === undefined ? [] : { skillId, level: Number(level), ...(expiresOn && { expiresOn }) };
  });

const shiftsIn = (reader: RowReader): Row['technician']['shifts'] =>
  reader.list('shifts').flatMap((text) => {
    const [, days = '', from = '', to = ''] = /^([1-7]+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
    if (days === '') reader.refuse('shifts');
    return days === '' ? [] : { weekdays: [...days].map(Number), from, to };
  });

const shiftText = (shifts: Technician['shifts']): string =>
  shifts.map(({ weekdays, from, to }) => `${weekdays.join('')} ${from}-${to}`).join('; ');

const lineOf = (one: Technician, { territories, skillNames }: Catalogue): string[] => [
  one.id,
  one.name,
  one.phone,
  one.email,
  one.language,
  one.employment,
  one.vehicle,
  one.active ? 'yes' : 'no',
  one.territoryIds.map((id) => territories.find((territory) => territory.id === id)?.name ?? id).join('; '),
  one.skills
    .map(({ skillId, level, expiresOn }) =>
      [skillNames.get(skillId) ?? skillId, level, expiresOn].filter(Boolean).join(':'),
    )
    .join('; '),
  shiftText(one.shifts),
  one.startPlace.addressText,
  String(one.startPlace.location[1]),
  String(one.startPlace.location[0]),
];
