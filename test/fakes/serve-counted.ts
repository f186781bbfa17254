import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { TableEngine } from '../../infra/local/table-engine/table-engine.ts';

/** Serves an engine on a loopback port and tells what each call consumed, whether or not the caller asks for it. */
export const serveCounted = async (
  engine: TableEngine,
  tell: (operation: string, consumed: readonly ConsumedCapacity[]) => void,
): Promise<{ url: string; close(): Promise<void> }> => {
  const server = createServer((request, response) => {
    const target = String(request.headers['x-amz-target']);
    const answered = async () => {
      const asked = await json(request);
      const { status, body } = await engine.handle(target, { ...Object(asked), ReturnConsumedCapacity: 'INDEXES' });
      const { ConsumedCapacity: consumed = [] } = Object(body) as { ConsumedCapacity?: ConsumedCapacity[] };
      tell(target.split('.')[1] ?? target, [consumed].flat());
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    };
    answered().catch((fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
