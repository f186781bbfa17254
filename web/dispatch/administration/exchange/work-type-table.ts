import type { CallOf } from '../../../../shared/protocol/endpoint.ts';
import { importWorkTypes } from '../../../../shared/protocol/endpoints/imports.ts';
import type { Catalogue } from '../../state/read-catalogue.ts';
import type { ExchangeTable } from './exchange-table.ts';
import { idByName, RowReader } from './row-reader.ts';

type Row = CallOf<typeof importWorkTypes>['body']['rows'][number];
const answers = ['check', 'number', 'text'] as const;

/** Work types. Skills as `Gas:2`; steps as `Gas is shut off|check|required` or `Pressure|number|optional|bar`, separated by semicolons. */
export const workTypeTable: ExchangeTable<Row> = {
  columns: [
    'ref',
    'name',
    'minutes',
    'technicians',
    'priority',
    'skills',
    'steps',
    'asset classes',
    'offered',
    'emergency hours',
    'high hours',
    'normal hours',
    'low hours',
  ],
  example: [
    'W-3',
    'Boiler service',
    '60',
    '1',
    'normal',
    'Boilers:2',
    'Gas is shut off|check|required',
    'boiler',
    'yes',
    '4',
    '8',
    '48',
    '120',
  ],
  atOnce: 20,
  read(cells, known) {
    const reader = new RowReader(cells);
    const ref = reader.needed('ref');
    const hours = (column: string, usual: number) => Math.round(reader.number(column, usual) * 3600);
    const workType = {
      name: reader.needed('name'),
      durationSeconds: Math.round(reader.number('minutes', 60) * 60),
      crewSize: reader.number('technicians', known.workTypes.get(ref)?.crewSize ?? 1),
      priority: reader.choice('priority', ['normal', 'emergency', 'high', 'low']),
      skillRequirements: skillsIn(reader, known),
      // Parts are no column; they stay as they are.
      partRequirements: known.workTypes.get(ref)?.partRequirements ?? [],
      tasks: tasksIn(reader),
      assetClasses: reader.list('asset classes'),
      offeredToCustomers: reader.choice('offered', ['no', 'yes']) === 'yes',
      fixWithinSeconds: {
        emergency: hours('emergency hours', 4),
        high: hours('high hours', 8),
        normal: hours('normal hours', 48),
        low: hours('low hours', 120),
      },
    };
    return reader.done({ ref, workType });
  },
  async send(api, rows, signal) {
    return (await api.call(importWorkTypes, { body: { rows: [...rows] } }, { signal })).results;
  },
  async *lines(_api, { workTypes, skillNames }) {
    yield [...workTypes.values()].map((one) => [
      one.id,
      one.name,
      String(one.durationSeconds / 60),
      String(one.crewSize ?? 1),
      one.priority,
      one.skillRequirements.map(({ skillId, level }) => `${skillNames.get(skillId) ?? skillId}:${level}`).join('; '),
      one.tasks
        .map(({ label, answer, required, unit }) =>
          [label, answer, required ? 'required' : 'optional', unit].filter(Boolean).join('|'),
        )
        .join('; '),
      one.assetClasses.join('; '),
      one.offeredToCustomers ? 'yes' : 'no',
      ...(['emergency', 'high', 'normal', 'low'] as const).map((name) => String(one.fixWithinSeconds[name] / 3600)),
    ]);
  },
};

const skillsIn = (reader: RowReader, { skillNames }: Catalogue): Row['workType']['skillRequirements'] =>
  reader.list('skills').flatMap((text) => {
    const [name = '', level = '2'] = text.split(':').map((one) => one.trim());
    const skillId = idByName(skillNames, name);
    if (skillId === undefined || !/^[123]$/.test(level)) reader.refuse('skills');
    return skillId === undefined ? [] : { skillId, level: Number(level) };
  });

const tasksIn = (reader: RowReader): Row['workType']['tasks'] =>
  reader.list('steps').flatMap((text) => {
    const [label = '', kind = 'check', need = 'optional', unit] = text.split('|').map((one) => one.trim());
    const answer = answers.find((one) => one === kind);
    if (answer === undefined || label === '') reader.refuse('steps');
    return answer === undefined ? [] : { label, answer, required: need === 'required', ...(unit && { unit }) };
  });
