import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../functions/http/routes.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

test('every endpoint of this entry has exactly one route', () => {
  const keyOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
  const wanted = [...endpoints.values()].filter(({ entry }) => entry === 'http').map(keyOf);
  expect(routes.map(({ endpoint }) => keyOf(endpoint)).sort()).toEqual(wanted.sort());
});

test('the API document has every endpoint, with its parameters, and every name it refers to', async () => {
  const { body, status } = await world.call({ path: '/openapi.json' });
  expect(status).toBe(200);
  const paths = body['paths'] as Record<
    string,
    Record<string, { operationId: string; parameters: { name: string }[] }>
  >;
  for (const [name, { path, method }] of endpoints) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    for (const [, parameter = ''] of path.matchAll(/\{(\w+)\}/g)) {
      expect(operation?.parameters.map((one) => one.name)).toContain(parameter);
    }
  }
  const { schemas } = body['components'] as { schemas: Record<string, object> };
  const referred = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(new Set(referred).size).toBeGreaterThan(10);
  expect(referred.filter((name) => !schemas[name])).toEqual([]);
});

test('the page to try the API comes in files of its own under the policy of all pages', async () => {
  for (const [path, type] of [
    ['/docs/docs.js', 'text/javascript'],
    ['/docs/docs.css', 'text/css'],
  ] as const) {
    const { headers, status } = await world.callText({ path });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain(type);
  }
  const page = await world.callText({ path: '/docs' });
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.text).not.toMatch(/<script(?![^>]*src=)|<style|style="|onclick=/);
});

test('the sign of life reads the table', async () => {
  expect(await world.call({ path: '/healthz' })).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('every answer tells the server time and is not kept, also a refusal', async () => {
  const { headers } = await world.call({ path: '/v1/account' });
  expect(headers).toMatchObject({ 'fieldline-time': '2026-05-12T13:00:00.000Z', 'cache-control': 'no-store' });
});

test('an address that is not there is a problem, too', async () => {
  expect(await world.call({ path: '/v2/nothing' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
