import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseImports, type ImportReading } from './architecture/cruise-imports.ts';
import { importRules } from './architecture/import-rules.ts';
import { linesThatMatch } from './architecture/lines-that-match.ts';
import { plantedImports } from './architecture/planted-imports.ts';
import { readSources } from './architecture/read-sources.ts';
import { sourceRules } from './architecture/source-rules.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['shared', 'functions', 'infra', 'web', 'bench'];

describe('the rooms of the product', () => {
  let reading: ImportReading;
  beforeAll(async () => {
    reading = await cruiseImports(repository, rooms);
  }, 60_000);

  it('import only what architecture.md allows them', () => {
    expect(reading.broken.map(({ sentence }) => sentence)).toEqual([]);
  });

  it('are read whole: every file of theirs, with the imports of TypeScript and of components', () => {
    const unread = readSources(repository, rooms).filter(
      ({ path, text }) => /^\s*import\s.*\sfrom\s/m.test(text) && !path.endsWith('.d.ts') && !hasImports(reading, path),
    );
    expect(unread.map(({ path }) => path)).toEqual([]);
  });

  it.each(sourceRules)('$name', ({ rooms: held, except, forbidden }) => {
    const offenders = readSources(repository, held)
      .filter(({ path }) => !except?.test(path))
      .flatMap(({ path, text }) => linesThatMatch(text, forbidden).map((line) => `${path}: ${line}`));
    expect(offenders).toEqual([]);
  });
});

describe('the rules of the rooms', () => {
  let folder: string;
  let reading: ImportReading;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-architecture-'));
    for (const { files } of plantedImports) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    }
    reading = await cruiseImports(folder, ['shared', 'functions', 'infra', 'web', 'test']);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(plantedImports)('catch a planted import: $rule in $from', ({ rule, from }) => {
    expect(reading.broken).toContainEqual(expect.objectContaining({ rule, from }));
  });

  it('have a planted import each', () => {
    const planted = new Set(plantedImports.map(({ rule }) => rule));
    expect(importRules.map(({ name }) => name).filter((name) => !planted.has(name ?? ''))).toEqual([]);
  });

  it.each(sourceRules)('catch a planted line: $name', ({ forbidden, example }) => {
    expect(linesThatMatch(example, forbidden)).toEqual([example]);
  });
});

const hasImports = ({ imports }: ImportReading, path: string): boolean => (imports.get(path)?.length ?? 0) > 0;
