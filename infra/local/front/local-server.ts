import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LocalAnswer, LocalRequest, LocalService } from './exchange.ts';
import { textAnswer } from './exchange.ts';

export interface LocalServer {
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Larger than any request of ours: a photo has 8 MiB. */
const largestBodyBytes = 9 * 2 ** 20;

/** Serves on the loopback address only; port 0 takes any free one. A port that is taken is told plainly. */
export async function serveLocally(port: number, service: LocalService): Promise<LocalServer> {
  const server = createServer((request, response) => {
    handle(service, request, response).catch((fault: unknown) => {
      console.error('The local server failed:', fault);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Something went wrong.\n');
    });
  });
  const bound = await listenOn(server, port);
  return {
    server,
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenOn(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const taken = fault.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken by another program; choose one with PORT=…, or PORT=0`) : fault);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function handle(service: LocalService, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const answer = body ? await service(requestOf(request, body)) : textAnswer(413, 'The request is too large.');
  send(request, response, answer ?? textAnswer(404, 'There is nothing here.'));
}

function requestOf(request: IncomingMessage, body: Buffer): LocalRequest {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  const host = request.headers.host ?? '127.0.0.1';
  const path = (request.url ?? '/').replace(/^\/+/, '/');
  const base = URL.canParse(`http://${host}`) ? `http://${host}` : 'http://127.0.0.1';
  return {
    method: request.method ?? 'GET',
    url: new URL(base + path),
    headers: Object.fromEntries(headers),
    body,
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body = '' }: LocalAnswer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  for (const [name, value] of Object.entries(headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (status !== 204 && status !== 304) response.setHeader('content-length', bytes.length);
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to the end all the same, so that the refusal arrives.
    if (bytes <= largestBodyBytes) chunks.push(chunk);
  }
  return bytes > largestBodyBytes ? undefined : Buffer.concat(chunks);
}
