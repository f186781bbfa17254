import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from '../../../functions/platform/compressed.ts';
import { answerOf } from '../../../infra/local/front/gateway-event.ts';
import { eventOf } from '../../fakes/http-world.ts';

const text = JSON.stringify({ words: 'the same words again and again, '.repeat(100) });
const ask = (
  accepted: string | undefined,
  answer: APIGatewayProxyStructuredResultV2 = { statusCode: 200, body: text },
) =>
  compressed(async () => answer)(
    eventOf({ path: '/v1/anything', headers: accepted === undefined ? {} : { 'accept-encoding': accepted } }),
  );

test.each(['gzip', 'br, GZIP;q=0.5', '*', 'deflate, gzip ; q=1.0'])(
  'who takes “%s” gets it compressed',
  async (accepted) => {
    const answer = await ask(accepted);
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(answer.headers).toEqual({ vary: 'accept-encoding', 'content-encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString()).toBe(text);
  },
);

test.each([undefined, '', 'br', 'gzip;q=0', '*;q=1, gzip;q=0'])('who takes “%s” gets it plain', async (accepted) => {
  expect(await ask(accepted)).toEqual({ statusCode: 200, headers: { vary: 'accept-encoding' }, body: text });
});

test('what is short, or already other than text, stays as it is', async () => {
  expect(await ask('gzip', { statusCode: 404, body: '{}' })).toMatchObject({ statusCode: 404, body: '{}' });
  const picture = { statusCode: 200, body: Buffer.alloc(4000).toString('base64'), isBase64Encoded: true };
  expect(await ask('gzip', picture)).toMatchObject(picture);
});

test('the gateway of one machine passes on the bytes that were meant', async () => {
  const { body, headers } = answerOf(await ask('gzip'));
  expect(headers?.['content-encoding']).toBe('gzip');
  expect(gunzipSync(body ?? '').toString()).toBe(text);
});
