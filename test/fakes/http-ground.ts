import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { TestTable } from './open-test-table.ts';
import type { TestIssuer } from './test-issuer.ts';

/** What the entries stand on. */
export interface HttpGround {
  readonly testTable: TestTable;
  readonly issuer: TestIssuer;
  readonly clock: () => Date;
  readonly faults: Error[];
}
export interface HttpEntry {
  readonly handler: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
  close(): Promise<void>;
}
