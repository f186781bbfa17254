import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { TravelSource } from '../../shared/geo/travel-source.ts';
import { trackerApp } from '../../shared/model/device.ts';
import { sendPositions } from '../../shared/protocol/endpoints/positions.ts';
import { serverTimeHeader } from '../../shared/protocol/headers.ts';
import type { Clock } from '../platform/clock.ts';
import { problemOf, Refusal } from '../platform/errors.ts';
import type { IdentityVerifier } from '../platform/identity.ts';
import type { NewId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import { parseInput, parseJson } from '../platform/parse-input.ts';
import type { Table } from '../store/table-client.ts';
import { fixesTaker, type TakeFixes } from './take-fixes.ts';
import { trackerTaker } from './take-tracker.ts';

export interface PositionsDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  readonly verifier: IdentityVerifier;
  readonly travel: TravelSource;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
/** Takes position fixes: of a technician's phone as POST /v1/positions, of tracker apps under /v1/trackers. */
export type PositionsHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export const createPositionsHandler = (deps: PositionsDeps): PositionsHandler => {
  const takeFixes = fixesTaker(deps);
  const takeTracker = trackerTaker({ ...deps, takeFixes });
  return async (event) => {
    const now = deps.clock().toISOString();
    const tracker = trackerApp.safeParse(/^\/v1\/trackers\/(\w+)$/.exec(event.rawPath)?.[1]);
    try {
      const answer = tracker.success
        ? await takeTracker(tracker.data, sizedBody(event), now)
        : await takeOfPhone(deps, takeFixes, event, now);
      return json(200, 'application/json', answer, now);
    } catch (error) {
      if (!(error instanceof Refusal)) deps.log.error('Positions could not be taken', { error: String(error) });
      const problem = problemOf(error, event.requestContext.requestId);
      return json(problem.status, 'application/problem+json', problem, now, tracker.success ? 'Basic' : 'Bearer');
    }
  };
};

const takeOfPhone = async (deps: PositionsDeps, takeFixes: TakeFixes, event: APIGatewayProxyEventV2, now: string) => {
  const whose = await technicianOf(deps, event);
  const { fixes } = parseInput(sendPositions.body, parseJson(bodyOf(event)), 'body');
  return sendPositions.response.parse(await takeFixes({ ...whose, device: 'phone', fixes, now }));
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

/** An app's body that is too long will not grow shorter: it is taken as empty. */
const sizedBody = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 =>
  (event.body ?? '').length > bodyLimitBytes ? { ...event, body: '' } : event;

const json = (
  statusCode: number,
  type: string,
  body: unknown,
  now: string,
  scheme = 'Bearer',
): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    [serverTimeHeader]: now,
    ...(statusCode === 401 && { 'www-authenticate': scheme }),
    ...(statusCode === 429 && { 'retry-after': '30' }),
  },
  body: JSON.stringify(body),
});
