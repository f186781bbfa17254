import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSocketHandler, type SocketEvent, type SocketHandler } from '../../../functions/socket/handler.ts';
import { newSecret } from '../../../functions/platform/secret-token.ts';
import { socketsOf } from '../../../functions/store/questions/live.ts';
import { liveTicketEntity } from '../../../functions/store/entities/live-ticket.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';
import { aSocketEvent } from './a-socket-event.ts';

const webOrigin = 'https://fieldline.example';
const now = '2026-05-12T14:00:00.000Z';
const inAMinute = '2026-05-12T14:01:00.000Z';

describe('the live socket', () => {
  let test: TestTable;
  let handle: SocketHandler;
  const clock = setClock(now);
  const tenantId = anId('tenant');
  const [north, south] = [anId('territory'), anId('territory')];

  beforeEach(async () => {
    test = await openTestTable();
    clock.set(now);
    handle = createSocketHandler({ table: test.table, clock, random: () => 0.5, webOrigin, log: silentLog() });
  });
  afterEach(() => test.close());

  const giveTicket = async (expiresAt = inAMinute): Promise<string> => {
    const { token, hash: ticketHash } = newSecret(tenantId, randomBytes);
    await test.keep(liveTicketEntity, tenantId, {
      ticketHash,
      accountId: 'dispatcher',
      territoryIds: [north, south],
      expiresAt,
    });
    return token;
  };
  const connect = (ticket: string | undefined, changes: Partial<SocketEvent> = {}) =>
    handle(aSocketEvent('CONNECT', { ticket, origin: webOrigin, ...changes }));

  it('opens with a ticket and listens to every territory of it', async () => {
    expect(await connect(await giveTicket())).toMatchObject({ statusCode: 200 });
    for (const territoryId of [north, south]) {
      expect(await socketsOf(test.table, tenantId, territoryId)).toMatchObject([
        { connectionId: 'connection-1', accountId: 'dispatcher' },
      ]);
    }
  });

  it('opens once for a ticket, also when two consoles come with it at the same moment', async () => {
    const ticket = await giveTicket();
    const answers = await Promise.all([connect(ticket), connect(ticket), connect(ticket)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
  });

  it('stays closed after the ticket has expired, although the table still holds it', async () => {
    const ticket = await giveTicket();
    clock.set('2026-05-12T14:01:00.000Z');
    expect(await connect(ticket)).toMatchObject({ statusCode: 401 });
    expect(await socketsOf(test.table, tenantId, north)).toEqual([]);
  });

  it.each([
    ['no ticket', undefined],
    ['a ticket that nobody gave out', `${anId('tenant')}.${'A'.repeat(43)}`],
    ['something that is no ticket', 'ticket'],
  ])('stays closed with %s', async (_what, ticket) => {
    expect(await connect(ticket)).toMatchObject({ statusCode: 401 });
  });

  it('stays closed to a ticket whose tenant was exchanged', async () => {
    const [, secret] = (await giveTicket()).split('.');
    expect(await connect(`${anId('tenant')}.${secret}`)).toMatchObject({ statusCode: 401 });
  });

  it.each(['https://elsewhere.example', undefined])('stays closed to pages of %s', async (origin) => {
    const ticket = await giveTicket();
    expect(await handle(aSocketEvent('CONNECT', { ticket, origin }))).toMatchObject({ statusCode: 403 });
    expect(await connect(ticket), 'the ticket is still good').toMatchObject({ statusCode: 200 });
  });

  it('answers a heartbeat and refuses anything else', async () => {
    expect(await handle(aSocketEvent('MESSAGE', { body: '{"action":"ping"}' }))).toEqual({
      statusCode: 200,
      body: '{"type":"pong"}',
    });
    for (const body of ['{"action":"assign"}', 'ping', '', 'null']) {
      expect(await handle(aSocketEvent('MESSAGE', { body }))).toEqual({ statusCode: 400 });
    }
  });

  it('lets a console go', async () => {
    expect(await handle(aSocketEvent('DISCONNECT', {}))).toEqual({ statusCode: 200 });
  });
});
