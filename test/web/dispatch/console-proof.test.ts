import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../../web/dispatch/messages/en.ts';
import { views } from '../../../web/dispatch/state/place-in-address.ts';

// The table of what proves the console is whole: nothing of the console is without a row, no row without its journey.

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');
const rows = read('docs/guide/console-proof.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
const firsts = rows.map(([first = '']) => first).join('\n');
const journeys = new Map(
  readdirSync(at('test/journey'))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => [name.replace('.test.ts', ''), read(`test/journey/${name}`)]),
);

test('every view of the console has a row with its looks', () => {
  for (const view of [...views, 'plan']) {
    const row = rows.find(([first]) => first === `\`${view}\``);
    expect(row?.[1], `looks of ${view}`).toMatch(/\w/);
  }
});

test('every key that the console lists has a row', () => {
  const keys = [...read('web/dispatch/KeysDialog.svelte').matchAll(/key: '([^']+)'/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(15);
  for (const key of keys) expect(firsts).toContain(`\`${key}\``);
});

test('every action of the menu has a row', () => {
  const words: Readonly<Record<string, string>> = en;
  const labels = [...read('web/dispatch/state/appointment-actions.ts').matchAll(/label: t\('([^']+)'\)/g)];
  expect(labels.length).toBeGreaterThan(10);
  for (const [, key = ''] of labels) expect(firsts).toContain(words[key]);
});

test('every sentence that a row names stands in its journey', () => {
  const named = rows.flatMap((cells) => cells.filter((cell) => cell.includes(' › ')));
  expect(named.length).toBeGreaterThan(50);
  for (const cell of named) {
    const [file = '', sentence = ''] = cell.split(' › ');
    expect(journeys.get(file)?.replaceAll("\\'", "'"), cell).toContain(sentence);
  }
});

test('every look that a row names is taken by a journey', () => {
  const all = [...journeys.values()].join('\n');
  const looks = rows.filter(([first, , third]) => third === undefined && first !== 'page' && first !== 'state');
  for (const [, names = ''] of looks) {
    for (const name of names.split(', ')) {
      expect(all.includes(`'${name}'`) || all.includes(`'console-${name}'`), `look ${name}`).toBe(true);
    }
  }
});
