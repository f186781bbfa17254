import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { pullView } from '../../shared/protocol/endpoints/sync.ts';
import type { ApiHandler } from '../api/api-handler.ts';
import { hash } from '../platform/hash.ts';

/** Tags the view by its content, weakly, for it goes plain or compressed: who has it already is told so, and nothing travels (RFC 9110, 8.8.1 and 13.1.2). */
export const tagged =
  (handler: ApiHandler): ApiHandler =>
  async (event, context) => {
    const answer = await handler(event, context);
    if (event.rawPath !== pullView.path || answer.statusCode !== 200) return answer;
    const tag = `"${hash(answer.body ?? '').slice(0, 32)}"`;
    const headers = { ...answer.headers, etag: `W/${tag}` };
    return knownTags(event).includes(tag) ? { statusCode: 304, headers } : { ...answer, headers };
  };

/** Compared without regard to weakness. */
const knownTags = ({ headers }: APIGatewayProxyEventV2): string[] =>
  (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
