import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry, entryNames, type Bundle } from '../../infra/cloud/constructs/bundle-entry.ts';

const entries = entryNames();

/** S7: what a bundle may weigh, in KB. The import's CPU time is measured by `npm run bench -- bundles`. */
const mostKilobytes = (entry: string): number => (entry === 'planner' ? 600 : 400);

/** What is worth watching in a bundle: clients of AWS, and packages and rooms that serve some entries only. */
const watched =
  /^(@aws-sdk\/(client-.*|credential-provider-.*|s3-.*)|@turf\/(union|intersect|difference|isobands)|polyclip-ts|hono|aws-jwt-verify|mnemonist|shared\/(routing|rules)|functions\/(?!store|platform).*)$/;
const table = '@aws-sdk/client-dynamodb';
/** What each entry may carry of it beside its own folder. */
const carried: Readonly<Record<string, readonly string[]>> = {
  administration: [table, 'aws-jwt-verify', 'hono', 'shared/rules', 'functions/api'],
  agreements: [table, 'aws-jwt-verify', 'hono', 'shared/rules', 'functions/api'],
  changes: [
    table,
    '@aws-sdk/client-apigatewaymanagementapi',
    '@aws-sdk/client-pinpoint-sms-voice-v2',
    '@aws-sdk/client-sesv2',
    '@aws-sdk/client-sqs',
    'shared/rules',
  ],
  dispatch: [table, 'aws-jwt-verify', 'hono', 'shared/routing', 'shared/rules', 'functions/api'],
  docs: [],
  geography: [
    table,
    'aws-jwt-verify',
    'hono',
    'shared/rules',
    'functions/api',
    '@turf/intersect',
    '@turf/isobands',
    '@turf/difference',
    'polyclip-ts',
  ],
  http: [table, 'aws-jwt-verify', 'hono', 'shared/rules', 'functions/api'],
  identity: [],
  planner: [table, 'shared/routing', 'shared/rules'],
  promises: [table, 'shared/rules'],
  positions: [table, 'aws-jwt-verify', 'shared/rules'],
  socket: [table],
  sync: [table, 'aws-jwt-verify', 'hono', 'shared/rules', 'functions/api'],
  timers: [table, '@aws-sdk/client-sqs', 'shared/rules'],
};

describe('the bundles', () => {
  let folder: string;
  const bundles = new Map<string, Bundle>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-bundles-'));
    for (const entry of entries) bundles.set(entry, await bundleEntry(entry, join(folder, `${entry}.mjs`)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(entries)('%s is small enough for a quick start', (entry) => {
    expect((bundles.get(entry)?.bytes ?? Infinity) / 1024).toBeLessThanOrEqual(mostKilobytes(entry));
  });

  it.each(entries)("%s pulls in no other entry's dependency", (entry) => {
    const allowed = new Set([`functions/${entry}`, ...(carried[entry] ?? [])]);
    const owners = [...(bundles.get(entry)?.contributors.keys() ?? [])].filter((owner) => watched.test(owner));
    expect(owners).toContain(`functions/${entry}`);
    expect(owners.filter((owner) => !allowed.has(owner))).toEqual([]);
  });
});
