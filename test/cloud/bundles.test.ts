import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../../infra/cloud/constructs/bundle-options.ts';
import { environmentNames } from '../../shared/protocol/environment.ts';
import { synthesized } from './synthesized.ts';

const run = promisify(execFile);
const functionsFolder = fileURLToPath(new URL('../../functions/', import.meta.url));
const entries = readdirSync(functionsFolder).filter((name) => existsSync(join(functionsFolder, name, 'index.ts')));

/** What a bundle may weigh in KB. The goal is 400 for all but the planner; what is above it today must not grow. */
const budgetKilobytes: Readonly<Record<string, number>> = { http: 680, changes: 440, planner: 600 };
const usualBudgetKilobytes = 400;

describe('the bundles', () => {
  let folder: string;
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(async () => {
    // Outside of the project, so that nothing is found in its node_modules by chance.
    folder = await mkdtemp(join(tmpdir(), 'fieldline-bundles-'));
    cloud = synthesized('development');
    for (const entry of entries) await bundle(entry);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(cloud.outdir, { recursive: true, force: true });
  });

  const fileOf = (entry: string): string => join(folder, `${entry}.mjs`);
  const bundle = async (entry: string): Promise<void> => {
    const { banner, ...options } = bundleOptions;
    await build({
      ...options,
      banner: { js: banner },
      entryPoints: [join(functionsFolder, entry, 'index.ts')],
      outfile: fileOf(entry),
      bundle: true,
      platform: 'node',
      format: 'esm',
      minify: true,
      logLevel: 'silent',
    });
  };
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
    return JSON.parse(stdout) as { handler: string; cpuMilliseconds: number };
  };

  it('exist for every entry that the cloud deploys', () => {
    expect(entries).toEqual(['changes', 'docs', 'http', 'planner', 'positions', 'socket']);
  });

  it.each(entries)('%s loads in the environment that its template sets and stays within its budget', async (entry) => {
    const { handler, cpuMilliseconds } = await load(entry, environmentOf(entry));
    const kilobytes = Math.round((await stat(fileOf(entry))).size / 1024);
    process.stdout.write(`bundle ${entry}: ${kilobytes} KB, import ${cpuMilliseconds} ms CPU\n`);
    expect(handler).toBe('function');
    expect(kilobytes).toBeLessThanOrEqual(budgetKilobytes[entry] ?? usualBudgetKilobytes);
  });

  it.each(entries)('%s says by name which variable is missing', async (entry) => {
    await expect(load(entry, {})).rejects.toThrow(/The environment lacks .*TABLE_NAME/);
  });
});

const examples: Readonly<Record<string, string>> = {
  [environmentNames.tokenIssuer]: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
  [environmentNames.liveEndpoint]: 'https://live.example/live',
  [environmentNames.webOrigin]: 'https://fieldline.example',
};

/** Run in the child: imports the bundle and says what came and what it cost. */
const report = (file: string): string => `
  const before = process.cpuUsage();
  const { handler } = await import(${JSON.stringify(file)});
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ handler: typeof handler, cpuMilliseconds: Math.round((user + system) / 1000) }));
`;
