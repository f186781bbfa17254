import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStreets } from '../../shared/geo/gazetteer/build-streets.ts';
import { readAddressCsv } from './addresses/read-address-csv.ts';
import { readAddressOsm } from './addresses/read-address-osm.ts';
import { sendGazetteer } from './addresses/send-gazetteer.ts';
import { serverToImportTo } from './import/server-to-import-to.ts';
import { settingsFrom } from './settings.ts';

const usage = `npm run addresses -- import FILE.csv|FILE.osm.pbf [options]
  --name NAME         small letters, digits, dashes; a new import of the same name takes the place of the last
  --attribution TEXT  whose data it is, shown beside what is found in it
  --url URL           the running server; http://127.0.0.1:4600 when left out`;

try {
  await main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, attribution: { type: 'string' }, url: { type: 'string' } },
  });
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined) throw new Error(usage);
  const isOsm = file.endsWith('.osm.pbf');
  const name = values.name ?? nameOf(file);
  const { rows, skipped } = isOsm ? readAddressOsm(file) : await readAddressCsv(file);
  if (rows.length === 0) throw new Error(`${file} holds no address with a street and a place`);
  const built = buildStreets(rows);
  say(rows.length, 'addresses and streets read');
  say(skipped, 'rows without street or place left out');
  say(built.duplicates, 'repeated at the same place');
  say(built.contradictions, 'the same address at another place: the first one is kept');
  say(built.atDefaultPoints, 'left out: many streets share their point, it stands for no place');
  const settings = settingsFrom(process.env);
  const server = await serverToImportTo(values.url ?? `http://127.0.0.1:${settings.port || 4600}`, settings);
  try {
    const attribution = values.attribution ?? (isOsm ? '© OpenStreetMap contributors' : basename(file));
    const pages = await sendGazetteer(server.ask, { name, attribution, ...built });
    console.log(
      `${name}: ${built.streets.length} streets with ${built.houses} houses in ${pages} pages are taken over.`,
    );
  } finally {
    await server.close();
  }
}

function say(count: number, text: string): void {
  console.log(`${String(count).padStart(9)}  ${text}`);
}

function nameOf(file: string): string {
  const plain = basename(file).replace(/\.(csv|osm\.pbf)$/, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
}
