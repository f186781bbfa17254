import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { pullView } from '../../shared/protocol/endpoints/sync.ts';
import type { ApiHandler } from '../api/api-handler.ts';
import { hash } from '../platform/hash.ts';

/** Tags the view by its content: who has it already is told so, and nothing travels (RFC 9110, 13.1.2). */
export const tagged =
  (handler: ApiHandler): ApiHandler =>
  async (event, context) => {
    const answer = await handler(event, context);
    if (event.rawPath !== pullView.path || answer.statusCode !== 200) return answer;
    const tag = `"${hash(answer.body ?? '').slice(0, 32)}"`;
    const headers = { ...answer.headers, etag: tag };
    return knownTags(event).includes(tag) ? { statusCode: 304, headers } : { ...answer, headers };
  };

/** What compresses on the way marks a tag as weak. */
const knownTags = ({ headers }: APIGatewayProxyEventV2): string[] =>
  (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
