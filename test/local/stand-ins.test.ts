import { GetConnectionCommand, GoneException, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createMessageSender } from '../../functions/platform/message-sender.ts';
import { createPhotoStore } from '../../functions/platform/photo-store.ts';
import { createPlanQueue } from '../../functions/platform/queue.ts';
import { type AwsClients, awsClients } from '../../infra/local/aws-clients.ts';
import { type LocalServer, serveLocally } from '../../infra/local/front/local-server.ts';
import { openQueues, queueService } from '../../infra/local/stand-ins/durable-queue.ts';
import { guarded } from '../../infra/local/stand-ins/guarded.ts';
import { makeLocalCredentials } from '../../infra/local/stand-ins/local-credentials.ts';
import { mailService, openOutbox, outboxService } from '../../infra/local/stand-ins/outbox.ts';
import { photoBucketService } from '../../infra/local/stand-ins/photo-bucket.ts';
import { createSocketFront, type SocketEvent } from '../../infra/local/stand-ins/socket-front.ts';
import { anId } from '../builders/an-id.ts';
import { memoryCorner } from './memory-corner.ts';

const credentials = makeLocalCredentials();
const queues = openQueues(memoryCorner);
const outbox = openOutbox(memoryCorner(), () => new Date('2026-05-12T14:00:00Z'));
const sockets = createSocketFront();
const events: SocketEvent[] = [];
let folder = '';
let front: LocalServer;
let behind: LocalServer;
let clients: AwsClients;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-stand-ins-'));
  const photos = photoBucketService(folder, credentials);
  const outboxPage = outboxService(outbox, {});
  front = await serveLocally(0, async (request) => (await photos(request)) ?? outboxPage(request));
  behind = await serveLocally(
    0,
    guarded(credentials, [sockets.managementService, queueService(queues), mailService(outbox)]),
  );
  clients = awsClients(behind.url, front.url, credentials);
  sockets.attach(front.server, async (event) => {
    events.push(event);
    const ticket = event.queryStringParameters?.['ticket'];
    if (event.requestContext.eventType === 'CONNECT') return { statusCode: ticket === 'good' ? 200 : 401 };
    return { statusCode: 200, body: 'heard' };
  });
});
afterAll(async () => {
  sockets.close();
  await Promise.all([front.close(), behind.close()]);
  await rm(folder, { recursive: true });
});

const tenantId = anId('tenant');
const content = Buffer.from('not really a photo');
const file = {
  contentHash: createHash('sha256').update(content).digest('hex'),
  type: 'image/jpeg' as const,
  sizeBytes: content.length,
};
const put = (url: string, headers: Record<string, string>, body: Buffer) =>
  fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) });

test('a photo goes up to the address that was signed for it and comes down again', async () => {
  const store = createPhotoStore(clients.photos);
  const { url, headers } = await store.uploadOf(tenantId, file);
  expect((await put(url, headers, content)).status).toBe(200);
  const answer = await fetch(await store.addressOf(tenantId, file));
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
});

test('of a photo that came in the first bytes can be looked at, and of another nothing', async () => {
  const store = createPhotoStore(clients.photos);
  const { url, headers } = await store.uploadOf(tenantId, file);
  await put(url, headers, content);
  expect(Buffer.from((await store.headOf(tenantId, file)) ?? [])).toEqual(content.subarray(0, 16));
  expect(await store.headOf(tenantId, { ...file, contentHash: 'f'.repeat(64) })).toBeUndefined();
});

test('another content, type, key or length than was signed is refused', async () => {
  const { url, headers } = await createPhotoStore(clients.photos).uploadOf(tenantId, file);
  const sameLength = Buffer.from('NOT really a photo');
  expect((await put(url, headers, sameLength)).status).toBe(403);
  expect((await put(url, headers, Buffer.concat([content, content]))).status).toBe(403);
  expect((await put(url, { ...headers, 'content-type': 'text/html' }, content)).status).toBe(403);
  expect((await put(url.replace(file.contentHash, 'f'.repeat(64)), headers, content)).status).toBe(403);
  expect((await put(url.split('?')[0] ?? '', headers, content)).status).toBe(403);
});

test('an address signed for reading does not write', async () => {
  const url = await createPhotoStore(clients.photos).addressOf(tenantId, file);
  expect((await put(url, {}, content)).status).toBe(403);
});

test('what the queue has acknowledged waits in it, in order', async () => {
  const send = createPlanQueue(clients.queue, 'http://127.0.0.1/queue/plans');
  const part = { territoryId: anId('territory'), day: '2026-05-12' };
  const commands = [anId('plan'), anId('plan')].map((planId) => ({ tenantId, planId, ...part }));
  for (const command of commands) await send(command);
  expect((await queues.named('plans').waiting()).map(({ body }) => JSON.parse(body))).toEqual(commands);
});

test('an e-mail sent by the real client lies in the outbox with its link to follow', async () => {
  const send = createMessageSender(clients.mail, 'service@harbor.example', async () => {});
  const link = 'http://127.0.0.1:4600/customer/#abc';
  await send({
    id: anId('message'),
    channel: 'e-mail',
    to: 'alice@example.com',
    subject: 'On <our> way',
    text: `Follow: ${link}`,
  });
  expect(await outbox.newestFirst()).toMatchObject([
    { channel: 'e-mail', to: 'alice@example.com', subject: 'On <our> way' },
  ]);
  const page = await (await fetch(`${front.url}/local/outbox`)).text();
  expect(page).toContain(`<a href="${link}">`);
  expect(page).toContain('On &lt;our&gt; way');
});

test('the stand-ins answer only clients of this process', async () => {
  const answer = await fetch(`${behind.url}/mail/v2/email/outbound-emails`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(403);
});

const opened = (ticket: string) => {
  const socket = new WebSocket(`${front.url.replace('http', 'ws')}/live?ticket=${ticket}`, { origin: front.url });
  return new Promise<WebSocket>((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
};
const nextMessage = (socket: WebSocket) =>
  new Promise<string>((resolve) => socket.once('message', (data) => resolve(data.toString())));

test('a function reaches an open socket, and learns that a closed one is gone', async () => {
  const socket = await opened('good');
  const opening = events.find(({ requestContext }) => requestContext.eventType === 'CONNECT');
  expect(opening?.headers?.['origin']).toBe(front.url);
  const ConnectionId = opening?.requestContext.connectionId ?? '';
  const heard = nextMessage(socket);
  await clients.live.send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.from('{"type":"changes"}') }));
  expect(await heard).toBe('{"type":"changes"}');
  expect((await clients.live.send(new GetConnectionCommand({ ConnectionId }))).ConnectedAt).toBeInstanceOf(Date);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close();
  await closed;
  await expect.poll(() => events.some(({ requestContext }) => requestContext.eventType === 'DISCONNECT')).toBe(true);
  await expect(
    clients.live.send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.from('{}') })),
  ).rejects.toBeInstanceOf(GoneException);
});

test('what the handler answers to a message goes back to the socket', async () => {
  const socket = await opened('good');
  const heard = nextMessage(socket);
  socket.send('{"action":"ping"}');
  expect(await heard).toBe('heard');
  socket.close();
});

test('a socket that the handler refuses is not opened', async () => {
  await expect(opened('bad')).rejects.toThrow('401');
});
