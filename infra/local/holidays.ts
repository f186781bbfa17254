import { parseArgs } from 'node:util';
import { daysOff } from './holidays/days-off.ts';
import { keepCalendar } from './holidays/keep-calendar.ts';
import { serverToImportTo } from './import/server-to-import-to.ts';
import { settingsFrom } from './settings.ts';

const usage = `npm run holidays -- --country US --year 2026 [options]
  --state MA     holidays of a state of the country too
  --name NAME    of the calendar; the country and state when left out
  --print        only prints the calendar, as POST /v1/holiday-calendars takes it
  --url URL      the running server; http://127.0.0.1:4600 when left out`;

try {
  await main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { country: text, state: text, year: text, name: text, url: text, print: { type: 'boolean' } },
  });
  const { country, state, year: asked = '' } = values;
  if (country === undefined || !/^\d{4}$/.test(asked)) throw new Error(usage);
  const year = Number(asked);
  const name = values.name ?? [country, state].filter((word) => word !== undefined).join('-');
  const days = daysOff({ country, state, year });
  if (values.print === true) {
    console.log(JSON.stringify({ name, days }, undefined, 2));
    return;
  }
  const settings = settingsFrom(process.env);
  const server = await serverToImportTo(values.url ?? `http://127.0.0.1:${settings.port || 4600}`, settings);
  try {
    const all = await keepCalendar(server.ask, name, year, days);
    console.log(`${name}: ${days.length} days off in ${year}, ${all.length} in all.`);
  } finally {
    await server.close();
  }
}
