import { parseArgs } from 'node:util';
import { listTerritories, listWorkTypes } from '../../shared/protocol/endpoints/catalogue.ts';
import { skipReasonText } from './import/boston-311.ts';
import { importBoston311, type ImportReport } from './import/import-file.ts';
import { serverToImportTo } from './import/server-to-import-to.ts';
import { settingsFrom } from './settings.ts';

const usage = `npm run import -- --format boston-311 FILE [options]
  --url URL             the running server; http://127.0.0.1:4600 when left out
  --move-to YYYY-MM-DD  move all times by whole days so that the first day is this one
  --territory NAME      only what lies in this territory`;

try {
  await main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      url: { type: 'string' },
      'move-to': { type: 'string' },
      territory: { type: 'string' },
    },
  });
  const [file] = positionals;
  const moveTo = values['move-to'];
  if (
    values.format !== 'boston-311' ||
    file === undefined ||
    (moveTo !== undefined && !/^\d{4}-\d\d-\d\d$/.test(moveTo))
  ) {
    throw new Error(usage);
  }
  const settings = settingsFrom(process.env);
  const server = await serverToImportTo(values.url ?? `http://127.0.0.1:${settings.port || 4600}`, settings);
  try {
    const territories = listTerritories.response.parse(
      await server.ask('GET', `${listTerritories.path}?limit=200`),
    ).items;
    const workTypes = listWorkTypes.response.parse(await server.ask('GET', `${listWorkTypes.path}?limit=200`)).items;
    const only = territories.find(({ name }) => name === values.territory);
    if (values.territory !== undefined && !only) {
      throw new Error(
        `There is no territory ${values.territory}; there are: ${territories.map(({ name }) => name).join('; ')}`,
      );
    }
    const onProgress = (rows: number) => process.stdout.write(`\r${rows} rows read …`);
    tell(await importBoston311({ file, ask: server.ask, workTypes, territories, only, moveTo, onProgress }));
  } finally {
    await server.close();
  }
}

function tell({ rows, results, skipped }: ImportReport): void {
  const line = (count: number, text: string) => console.log(`${String(count).padStart(7)}  ${text}`);
  console.log(`\r${rows} rows read   `);
  for (const [result, count] of results) line(count, result);
  for (const [reason, count] of [...skipped].sort((a, b) => b[1] - a[1])) {
    line(count, `skipped: ${reason === 'other-territory' ? 'lies in another territory' : skipReasonText[reason]}`);
  }
}
