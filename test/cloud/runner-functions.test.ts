import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FunctionHost, openFunctionHost } from '../../infra/local/cloud/function-host.ts';
import type { MachineClock } from '../../infra/local/cloud/function-protocol.ts';
import { makeRuntimeFiles, type RuntimeFiles } from '../../infra/local/cloud/runtime-files.ts';

describe("a function's process", () => {
  let folder: string;
  let files: RuntimeFiles;
  const hosts: FunctionHost[] = [];
  const log: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-runner-'));
    files = await makeRuntimeFiles();
  });
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
    log.splice(0);
  });
  afterAll(async () => {
    await files.remove();
    await rm(folder, { recursive: true });
  });

  interface Wish {
    readonly timeoutMs?: number;
    readonly mostAtOnce?: number;
    readonly clock?: MachineClock;
    readonly hosts?: Record<string, string>;
  }
  /** Runs this text as a function's bundle. */
  const running = async (code: string, wish: Wish = {}): Promise<FunctionHost> => {
    const name = `function-${hosts.length}`;
    const file = join(folder, `${name}-bundle.mjs`);
    await writeFile(file, code);
    const { timeoutMs = 5000, mostAtOnce } = wish;
    const definition = {
      name,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
      logicalId: name,
      file,
      handler: 'index.handler',
      exportName: 'handler',
      variables: {},
      timeoutMs,
      memorySizeMegabytes: 128,
      mostAtOnce,
    };
    const host = await openFunctionHost({
      definition,
      variables: { TABLE_NAME: 'fieldline' },
      main: await files.mainOf(definition),
      clock: () => wish.clock ?? { offsetMs: 0 },
      hosts: wish.hosts ?? {},
      log: (line) => log.push(line),
    });
    hosts.push(host);
    return host;
  };

  it('knows the environment that it was given and nothing of the one around', async () => {
    process.env['FIELDLINE_AROUND'] = 'outer';
    const host = await running('export const handler = () => ({ ...process.env });');
    delete process.env['FIELDLINE_AROUND'];
    expect(await host.invoke({})).toEqual({ TABLE_NAME: 'fieldline' });
  });

  it('has the time that its machine was set to, for every way of asking', async () => {
    const host = await running(
      'export const handler = () => [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime()];',
      { clock: { offsetMs: -3_600_000 } },
    );
    const expected = Date.now() - 3_600_000;
    const [...told] = (await host.invoke({})) as number[];
    for (const at of told.slice(0, 3)) expect(Math.abs(at - expected)).toBeLessThan(30_000);
    expect(told[3]).toBe(5);
  });

  it('handles one event at a time; two processes share what comes at once', async () => {
    const host = await running(`
      let inside = 0;
      export const handler = async () => {
        inside += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        const seen = inside;
        inside -= 1;
        return { seen, pid: process.pid };
      };
    `);
    const answers = (await Promise.all([1, 2, 3, 4, 5].map((n) => host.invoke(n)))) as { seen: number; pid: number }[];
    expect(answers.map(({ seen }) => seen)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  });

  it('stays alone where the template reserves one', async () => {
    const host = await running('export const handler = () => process.pid;', { mostAtOnce: 1 });
    const pids = await Promise.all([1, 2, 3].map((n) => host.invoke(n)));
    expect(new Set(pids).size).toBe(1);
  });

  it('is ended when it takes longer than its template allows, and the next event finds a new one', async () => {
    const host = await running(
      'export const handler = (event) => (event === "slow" ? new Promise(() => {}) : "quick");',
      { timeoutMs: 500 },
    );
    await expect(host.invoke('slow')).rejects.toThrow('timed out after 0.5 s');
    expect(await host.invoke('next')).toBe('quick');
  });

  it('is replaced when it dies, and the event that killed it fails', async () => {
    const host = await running('export const handler = (event) => (event === "die" ? process.exit(7) : process.pid);');
    const before = await host.invoke('live');
    await expect(host.invoke('die')).rejects.toThrow('its process has ended');
    expect(await host.invoke('live')).not.toBe(before);
  });

  it('tells why it failed and stays', async () => {
    const host = await running(
      'export const handler = (event) => { if (event === "bad") throw new Error("no such thing"); return process.pid; };',
    );
    const before = await host.invoke('good');
    await expect(host.invoke('bad')).rejects.toThrow('no such thing');
    expect(await host.invoke('good')).toBe(before);
  });

  it('that does not load is refused at the start with its reason', async () => {
    const loading = running('throw new Error("The environment lacks PHOTO_BUCKET"); export const handler = 1;');
    await expect(loading).rejects.toThrow('The environment lacks PHOTO_BUCKET');
  });

  it('writes its log to the runner', async () => {
    const host = await running('export const handler = () => console.log("a line");');
    await host.invoke({});
    await expect.poll(() => log).toContain('a line');
  });

  it('finds on this machine what it asks of a host that leads here', async () => {
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => response.end(`here: ${request.url}`));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const host = await running(
      `import { request } from 'https';
       export const handler = () => new Promise((resolve, reject) => {
         request('https://keys.invalid/jwks.json?a=1', {}, (answer) => answer.on('data', (text) => resolve(String(text))))
           .on('error', reject).end();
       });`,
      { hosts: { 'keys.invalid': `http://127.0.0.1:${port}` } },
    );
    expect(await host.invoke({})).toBe('here: /jwks.json?a=1');
    server.close();
  });
});
