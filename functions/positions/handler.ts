import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Clock } from '../platform/clock.ts';
import type { IdentityVerifier } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';
import type { Table } from '../store/table-client.ts';

export interface PositionsDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly identify: IdentityVerifier;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
/** Takes a technician's batch of position fixes: POST /v1/positions. */
export type PositionsHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export const createPositionsHandler = (_deps: PositionsDeps): PositionsHandler => {
  return async () => ({ statusCode: 503 });
};
