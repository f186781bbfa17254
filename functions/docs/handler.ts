import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { serverTimeHeader } from '../../shared/protocol/headers.ts';
import { securityHeaders } from '../../shared/protocol/security-headers.ts';
import type { Clock } from '../platform/clock.ts';
import { problemOf, Refusal } from '../platform/errors.ts';
import { openApi } from './openapi.ts';
import { page } from './page.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/** Gives the API document and the page to try it: three files of our own, nothing inline, nothing from elsewhere. It reads no table. */
export type DocsHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export const createDocsHandler = ({ clock }: { readonly clock: Clock }): DocsHandler => {
  return async ({ rawPath, headers: sent, requestContext }) => {
    const file = files.get(rawPath.replace(/(?<=.)\/$/, ''));
    const headers = { 'cache-control': 'no-store', [serverTimeHeader]: clock().toISOString() };
    if (file)
      return {
        statusCode: 200,
        headers: { ...policy, ...headers, 'content-type': file.type },
        body: file.text(sent['accept-language']),
      };
    const problem = problemOf(
      new Refusal('not-found', { detail: 'There is no such address.' }),
      requestContext.requestId,
    );
    return {
      statusCode: problem.status,
      headers: { ...policy, ...headers, 'content-type': 'application/problem+json' },
      body: JSON.stringify(problem),
    };
  };
};

const policy = securityHeaders({ map: [], sockets: [], uploads: [] });

const files: ReadonlyMap<string, { readonly type: string; readonly text: (acceptLanguage?: string) => string }> =
  new Map([
    ['/openapi.json', { type: 'application/json', text: () => JSON.stringify(openApi()) }],
    ['/docs', { type: 'text/html; charset=utf-8', text: page }],
    ['/docs/docs.js', { type: 'text/javascript; charset=utf-8', text: () => pageScript }],
    ['/docs/docs.css', { type: 'text/css; charset=utf-8', text: () => pageStyle }],
  ]);
