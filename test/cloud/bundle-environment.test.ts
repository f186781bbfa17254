import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry, entryNames } from '../../infra/cloud/constructs/bundle-entry.ts';
import { environmentNames } from '../../shared/protocol/environment.ts';
import { synthesized } from './synthesized.ts';

const run = promisify(execFile);
const entries = entryNames();

describe('a bundle by itself', () => {
  let folder: string;
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(async () => {
    // Outside of the project, so that nothing is found in its node_modules by chance.
    folder = await mkdtemp(join(tmpdir(), 'fieldline-bundles-'));
    cloud = synthesized('development');
    for (const entry of entries) await bundleEntry(entry, fileOf(entry));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(cloud.outdir, { recursive: true, force: true });
  });

  const fileOf = (entry: string): string => join(folder, `${entry}.mjs`);
  /** The variables that the template gives the function, each with a value of the right kind. */
  const environmentOf = (entry: string): Record<string, string> => {
    const id = `${entry[0]?.toUpperCase()}${entry.slice(1)}`;
    const [, resource] = cloud.resources('AWS::Lambda::Function').find(([name]) => name.startsWith(id)) ?? [];
    const { Variables = {} } = (resource?.Properties['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
    return Object.fromEntries(Object.keys(Variables).map((name) => [name, examples[name] ?? 'example']));
  };
  const load = async (entry: string, environment: Record<string, string>) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', report(fileOf(entry))], {
      env: { AWS_REGION: 'us-east-1', NODE_NO_WARNINGS: '1', ...environment },
    });
    return stdout.trim();
  };

  it.each(entries)('%s loads in the environment that its template sets', async (entry) => {
    expect(await load(entry, environmentOf(entry))).toBe('function');
  });

  it.each(entries)('%s says by name which variable is missing, where it needs one', async (entry) => {
    const wanted = Object.keys(environmentOf(entry));
    if (wanted.length === 0) return expect(await load(entry, {})).toBe('function');
    await expect(load(entry, {})).rejects.toThrow(/The environment lacks [A-Z_]+/);
  });
});

const examples: Readonly<Record<string, string>> = {
  [environmentNames.tokenIssuer]: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
  [environmentNames.liveEndpoint]: 'https://live.example/live',
  [environmentNames.webOrigin]: 'https://fieldline.example',
  [environmentNames.roadNetwork]: 'none',
  [environmentNames.routingService]: 'none',
  [environmentNames.geocoder]: 'none',
};

/** Run in the child: imports the bundle and says what came. */
const report = (file: string): string => `console.log(typeof (await import(${JSON.stringify(file)})).handler)`;
