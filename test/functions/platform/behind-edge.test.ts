import { describe, expect, it } from 'vitest';
import { behindEdge } from '../../../functions/platform/behind-edge.ts';
import { edgeSecretHeader } from '../../../shared/protocol/headers.ts';
import { aPositionsEvent } from '../positions/a-positions-event.ts';

describe('the API behind the edge', () => {
  const answer = async (headers: Record<string, string>) => {
    let asked = 0;
    const handler = behindEdge('open-sesame', async () => {
      asked += 1;
      return { statusCode: 200 };
    });
    const event = aPositionsEvent('token', {});
    const { statusCode, body } = await handler({ ...event, headers: { ...event.headers, ...headers } });
    return { statusCode, asked, body };
  };

  it('answers what carries the edge’s secret', async () => {
    expect(await answer({ [edgeSecretHeader]: 'open-sesame' })).toMatchObject({ statusCode: 200, asked: 1 });
  });

  it.each([
    ['no secret', {}],
    ['an empty one', { [edgeSecretHeader]: '' }],
    ['another one', { [edgeSecretHeader]: 'open-barley' }],
    ['the beginning of it', { [edgeSecretHeader]: 'open' }],
  ])('refuses what carries %s, with its token or without, and hands nothing on', async (_what, headers) => {
    const refused = await answer(headers);
    expect(refused).toMatchObject({ statusCode: 403, asked: 0 });
    expect(JSON.parse(refused.body ?? '')).toMatchObject({ code: 'not-allowed', status: 403 });
  });
});
