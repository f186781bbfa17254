import { Agent, request } from 'node:http';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
}
export interface Timed {
  readonly milliseconds: number;
  readonly status: number;
  readonly text: string;
}

/** Asks over kept connections and tells how long the whole answer took. */
export const timedClient = (url: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = ({ method, path, token, body }: Ask) =>
    new Promise<Timed>((resolve, reject) => {
      const startedAt = performance.now();
      const headers = {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      };
      const call = request(`${url}${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ milliseconds: performance.now() - startedAt, status: response.statusCode ?? 0, text });
        });
      });
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  return { ask, close: () => agent.destroy() };
};
