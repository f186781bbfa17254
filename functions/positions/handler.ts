import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { sendPositions } from '../../shared/protocol/endpoints/positions.ts';
import { serverTimeHeader } from '../../shared/protocol/headers.ts';
import type { Clock } from '../platform/clock.ts';
import { problemOf, Refusal } from '../platform/errors.ts';
import type { IdentityVerifier } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';
import { parseInput, parseJson } from '../platform/parse-input.ts';
import type { Table } from '../store/table-client.ts';
import { takeFixes } from './take-fixes.ts';

export interface PositionsDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly verifier: IdentityVerifier;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
/** Takes a technician's batch of position fixes: POST /v1/positions. */
export type PositionsHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export const createPositionsHandler = (deps: PositionsDeps): PositionsHandler => {
  return async (event) => {
    const now = deps.clock().toISOString();
    try {
      const { tenantId, technicianId } = await technicianOf(deps, event);
      const { fixes } = parseInput(sendPositions.body, parseJson(bodyOf(event)), 'body');
      const answer = await takeFixes({ table: deps.table, tenantId, technicianId, fixes, now });
      return json(200, 'application/json', sendPositions.response.parse(answer), now);
    } catch (error) {
      if (!(error instanceof Refusal)) deps.log.error('Positions could not be taken', { error: String(error) });
      const problem = problemOf(error, event.requestContext.requestId);
      return json(problem.status, 'application/problem+json', problem, now);
    }
  };
};

const technicianOf = async ({ verifier }: PositionsDeps, { headers }: APIGatewayProxyEventV2) => {
  const token = /^Bearer ([\w.-]+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (!token) throw new Refusal('unauthenticated');
  const { tenantId, technicianId, roles } = await verifier(token);
  if (!roles.includes('technician') || technicianId === undefined) {
    throw new Refusal('not-allowed', { detail: 'Only technicians send positions, each his own.' });
  }
  return { tenantId, technicianId };
};

/** A hundred fixes are far below it. */
const bodyLimitBytes = 64 * 1024;

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => {
  if (body.length > bodyLimitBytes) throw new Refusal('too-large', { detail: 'A batch may have 64 KiB.' });
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
};

const json = (statusCode: number, type: string, body: unknown, now: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    [serverTimeHeader]: now,
    ...(statusCode === 401 && { 'www-authenticate': 'Bearer' }),
  },
  body: JSON.stringify(body),
});
