import { Agent, request } from 'node:http';

/** Sends wire calls over kept connections; rejects when the answer is not 200. */
export function plainClient(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = (operation: string, body: unknown) =>
    new Promise<void>((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
      };
      const call = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${operation} gave ${response.statusCode}`)),
        );
      });
      call.on('error', reject);
      call.end(JSON.stringify(body));
    });
  return { send, close: () => agent.destroy() };
}
