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
};
const mostBytes = 400_000;

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
