import { expect, test } from 'vitest';
import { createDocsHandler } from '../../../functions/docs/handler.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { gatewayEvent } from '../../../infra/local/front/gateway-event.ts';

const handler = createDocsHandler({ clock: () => new Date('2026-05-12T13:00:00.000Z') });
const docs = (path: string) =>
  handler(gatewayEvent({ method: 'GET', url: new URL(path, 'https://api.test'), headers: {}, body: Buffer.alloc(0) }));
interface Document {
  readonly paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

test('the API document has every endpoint, with its parameters, and every name it refers to', async () => {
  const { statusCode, body = '' } = await docs('/openapi.json');
  expect(statusCode).toBe(200);
  const { paths, components } = JSON.parse(body) as Document;
  for (const [name, { path, method }] of endpoints) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    for (const [, parameter = ''] of path.matchAll(/\{(\w+)\}/g)) {
      expect(operation?.parameters.map((one) => one.name)).toContain(parameter);
    }
  }
  const { schemas } = components;
  const referred = [...body.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(new Set(referred).size).toBeGreaterThan(10);
  expect(referred.filter((name) => !schemas[name])).toEqual([]);
});

test('the page to try the API comes in files of its own under the policy of all pages', async () => {
  for (const [path, type] of [
    ['/docs/docs.js', 'text/javascript'],
    ['/docs/docs.css', 'text/css'],
  ] as const) {
    const { headers, statusCode } = await docs(path);
    expect(statusCode).toBe(200);
    expect(headers?.['content-type']).toContain(type);
  }
  const page = await docs('/docs');
  expect(page.headers?.['content-security-policy']).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style|style="|onclick=/);
});

test('an address that is not there is a problem, too, and tells the server time', async () => {
  const answer = await docs('/docs/nothing');
  expect(answer).toMatchObject({ statusCode: 404, headers: { 'fieldline-time': '2026-05-12T13:00:00.000Z' } });
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ code: 'not-found' });
});

test('the page speaks the language that the browser prefers of the two', async () => {
  const pageFor = async (language: string) => {
    const url = new URL('/docs', 'https://api.test');
    const headers = { 'accept-language': language };
    return (await handler(gatewayEvent({ method: 'GET', url, headers, body: Buffer.alloc(0) }))).body;
  };
  expect(await pageFor('zh-CN,zh;q=0.9,en;q=0.8')).toContain('<html lang="zh">');
  expect(await pageFor('zh-CN')).toContain('data-send="发送"');
  expect(await pageFor('fr,en;q=0.8,zh;q=0.5')).toContain('<html lang="en">');
});
