import { copyFile, mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Which of the tests' screenshots the documents show, by the name they have there. */
const pictures = {
  console: 'console-appointment-en-light',
  plan: 'console-plan-en-dark',
  phone: 'technician-appointment-en-light',
  customer: 'customer-on-the-way-en-light',
  roads: 'console-roads-plan-en-light',
  reach: 'console-reach-en-dark',
  request: 'console-request-en-light',
  emergency: 'console-emergency-form-en-light',
  layers: 'console-map-layers-en-light',
  'what-if': 'console-what-if-en-light',
  runs: 'console-plan-runs-en-light',
  figures: 'console-figures-en-light',
  territories: 'console-territories-list-en-light',
  'territory-split': 'console-territories-split-en-light',
  technicians: 'console-technicians-en-light',
  customers: 'console-customers-en-light',
  'customer-file': 'console-customer-en-light',
  'work-types': 'console-work-types-en-light',
  exchange: 'console-exchange-en-light',
  settings: 'console-settings-en-light',
  field: 'console-field-notices-en-light',
  crew: 'console-crew-en-light',
  'plan-weighed': 'console-plan-weighed-en-light',
  replan: 'console-replan-en-light',
  assets: 'console-assets-en-light',
  contracts: 'console-contracts-en-light',
  coverage: 'console-coverage-panel-light',
  prices: 'console-price-list-en-light',
  terms: 'console-terms-en-light',
  waiting: 'console-waiting-en-light',
  holidays: 'console-calendar-zh-light',
  quote: 'customer-quote-light',
  'phone-day': 'technician-day-en-light',
  'phone-unsent': 'technician-unsent-en-light',
  'phone-times': 'technician-times-en-light',
};
const mostBytes = 450_000;

const taken = fileURLToPath(new URL('../out/screenshots/', import.meta.url));
const kept = fileURLToPath(new URL('../../docs/images/', import.meta.url));

await mkdir(kept, { recursive: true });
for (const [name, screenshot] of Object.entries(pictures)) {
  const picture = `${taken}${screenshot}.png`;
  const found = await stat(picture).catch(() => undefined);
  if (!found) throw new Error(`there is no ${screenshot}.png: run the tests in test/journey first`);
  if (found.size > mostBytes) throw new Error(`${screenshot}.png has ${found.size} bytes, more than ${mostBytes}`);
  await copyFile(picture, `${kept}${name}.png`);
  console.log(`docs/images/${name}.png: ${Math.round(found.size / 1000)} KB`);
}
