import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Bench, type BenchOptions } from './bench-record.ts';
import { mixedTraffic, type Known } from './api/mixed-traffic.ts';
import type { Served } from './api/serve.ts';
import { timedClient, type Ask } from './api/timed-client.ts';

/**
 * The API on one machine under a mixed day's traffic, beside a bare route of the same framework behind the same front, on
 * loopback, in one run (S5). `--requests 2000`, `--connections 4`; `--profile FOLDER` keeps the server's CPU
 * profile, `--only board` asks for one kind alone (which is no measure of S5).
 */
export const bench: Bench = { name: 'api', run: (options) => measure(options) };

const measure = async (options: BenchOptions) => {
  const requests = Number(options.get('requests') ?? 2000);
  const connections = Number(options.get('connections') ?? 4);
  const loadAverageAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const folder = mkdtempSync(join(tmpdir(), 'bench-api-'));
  const profile = options.get('profile');
  const flags = ['--import', 'tsx', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])];
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, 'api/serve.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const served = await firstLine(child.stdout);
    const product = timedClient(served.url, connections);
    const bare = timedClient(served.bareUrl, connections);
    const only = options.get('only');
    const kinds = mixedTraffic(served, await knownOf(product.ask, served));
    const deck = deckOf(only === undefined ? kinds : kinds.filter(({ name }) => name === only));
    const bareAsk = () => ({ name: 'bare', ask: { method: 'GET', path: '/bare' } });
    const warm = Math.min(300, requests);
    await run(bare.ask, bareAsk, 0, warm, connections);
    await run(product.ask, deck, 0, warm, connections);
    const yardstick = await run(bare.ask, bareAsk, warm, requests, connections);
    const times = await run(product.ask, deck, warm, requests, connections);
    product.close();
    bare.close();
    const bareP99 = quantile([...yardstick.values()].flat(), 0.99);
    for (const [name, each] of times) console.log(lineOf(name, each));
    const all = [...times.values()].flat();
    console.log(lineOf('all', all), `; bare route: ${lineOf('', [...yardstick.values()].flat())}`);
    return {
      name: 'api',
      goals: [atMost('S5', quantile(all, 0.99) / bareP99, 'times the p99 of a bare route', 5)],
      seed: 1,
      sizes: { requests, connections, loadAverageAtStart },
      versions: { node: process.versions.node },
      at: new Date().toISOString(),
    };
  } finally {
    child.stdin.end();
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
};

const firstLine = async (output: NodeJS.ReadableStream): Promise<Served> => {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const line = text.split('\n').find((each) => each.startsWith('{'));
    if (line && text.includes('\n')) return JSON.parse(line) as Served;
  }
  throw new Error('The server ended before it was ready');
};

type Sender = ReturnType<typeof timedClient>['ask'];

/** The appointments of the board, and what the server takes for the present. */
const knownOf = async (ask: Sender, { dispatcher, territoryId }: Served): Promise<Known> => {
  const { text } = await ask({ method: 'GET', path: '/v1/account', token: dispatcher });
  const { now } = JSON.parse(text) as { now: string };
  const path = `/v1/territories/${territoryId}/days/${now.slice(0, 10)}/board`;
  const { text: board } = await ask({ method: 'GET', path, token: dispatcher });
  const { backlog } = JSON.parse(board) as { backlog: { id: string }[] };
  return { appointmentIds: backlog.map(({ id }) => id), now };
};

type Deck = (n: number) => { readonly name: string; readonly ask: Ask };

/** Deals kinds by their shares, spread evenly, the same on every run. */
const deckOf = (kinds: ReturnType<typeof mixedTraffic>): Deck => {
  const cards = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  return (n) => {
    // 37 and the 100 cards have no common divisor: every card comes once in a hundred.
    const card = cards[(n * 37) % cards.length];
    if (!card) throw new Error('There is no traffic');
    return { name: card.name, ask: card.ask(n) };
  };
};

/** Sends so many requests over so many connections; the times by kind. */
const run = async (ask: Sender, deck: Deck, first: number, count: number, connections: number) => {
  const times = new Map<string, number[]>();
  let next = first;
  const sender = async () => {
    while (next < first + count) {
      const { name, ask: what } = deck(next++);
      const { milliseconds, status, text } = await ask(what);
      if (status >= 300) throw new Error(`${name} gave ${status}: ${text.slice(0, 300)}`);
      const each = times.get(name) ?? [];
      each.push(milliseconds);
      times.set(name, each);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return times;
};

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const lineOf = (name: string, times: readonly number[]): string =>
  `${name} ${times.length} × p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;
