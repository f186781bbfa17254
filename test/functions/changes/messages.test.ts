import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hash } from '../../../functions/platform/hash.ts';
import { houseTenantId, tenantEntryEntity } from '../../../functions/store/entities/tenant-entry.ts';
import { linksAndMessages } from '../../../functions/store/questions/links-and-messages.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { customerEntity } from '../../../functions/store/entities/customer.ts';
import { historyEntryEntity } from '../../../functions/store/entities/history-entry.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { HistoryEvent } from '../../../shared/model/history-entry.ts';
import { aCustomer } from '../../builders/a-customer.ts';
import { aHistoryEntry } from '../../builders/a-history-entry.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTenant } from '../../builders/a-tenant.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { openChangesWorld, webOrigin, type ChangesWorld } from './changes-world.ts';

describe('messages to the customer', () => {
  let world: ChangesWorld;
  const tenant = aTenant();
  const technician = aTechnician({ name: 'Rosa Alvarez' });
  const arrivalWindow = { from: '2026-05-12T17:30:00.000Z', to: '2026-05-12T19:30:00.000Z' };
  const reachable = { name: 'Ines Okafor', phone: '+16175550188', email: 'ines@example.com' };

  beforeEach(async () => {
    world = await openChangesWorld();
    await world.keep(tenantEntity, tenant.id, tenant);
    await world.keep(tenantEntryEntity, houseTenantId, { tenantId: tenant.id });
    await world.keep(territoryEntity, tenant.id, aTerritory());
    await world.keep(technicianEntity, tenant.id, technician);
  });
  afterEach(() => world.close());

  const anAppointmentWith = (changes: Partial<Appointment> = {}): Appointment =>
    anAssignedAppointment(technician.id, '2026-05-12T18:00:00.000Z', { arrivalWindow, contact: reachable, ...changes });
  const happen = async (event: HistoryEvent, appointment: Appointment, at?: string): Promise<void> => {
    await world.keep(appointmentEntity, tenant.id, appointment);
    const entry = aHistoryEntry({ subjectId: appointment.id, event, ...(at !== undefined && { at }) });
    await world.keep(historyEntryEntity, tenant.id, entry);
    await world.passOn();
  };
  /** What the clock does then, and what comes of it. */
  const roundAt = async (at: string): Promise<void> => {
    await world.roundAt(at);
    await world.passOn();
  };
  const messagesOf = async (appointment: Appointment) =>
    (await linksAndMessages(world.table, tenant.id, appointment.id)).messages;

  it('tell the arrival window in the territory’s time by e-mail when the appointment is scheduled', async () => {
    const appointment = anAppointmentWith();
    await happen('appointment.scheduled', appointment);
    expect(world.outbox).toMatchObject([{ channel: 'e-mail', to: 'ines@example.com' }]);
    expect(world.outbox[0]?.text).toContain('on Tuesday, May 12 between 1:30 PM and 3:30 PM');
    expect(await messagesOf(appointment)).toMatchObject([{ status: 'sent', attempts: 1, sentAt: expect.any(String) }]);
  });

  it('carry a link whose secret is kept nowhere, only its hash', async () => {
    const appointment = anAppointmentWith();
    await happen('appointment.scheduled', appointment);
    const token = world.outbox[0]?.text.split(`${webOrigin}/customer/#`)[1] ?? '';
    expect(token.split('.')).toEqual([tenant.id, expect.stringMatching(/^[\w-]{43}$/)]);
    const { links, messages } = await linksAndMessages(world.table, tenant.id, appointment.id);
    expect(links).toMatchObject([{ scope: 'visit', appointmentId: appointment.id, tokenHash: hash(token) }]);
    expect(messages[0]?.text).toContain('{link}');
    expect(JSON.stringify({ links, messages })).not.toContain(token.split('.')[1]);
  });

  it('go to the phone when the technician sets out, with his first name only', async () => {
    await happen('appointment.travelling', anAppointmentWith({ status: 'travelling' }));
    expect(world.outbox).toMatchObject([{ channel: 'sms', to: '+16175550188' }]);
    expect(world.outbox[0]?.text).toContain('Rosa is on the way');
    expect(world.outbox[0]?.text).not.toContain('Alvarez');
  });

  it('thank without a link when the work is done', async () => {
    await happen('appointment.completed', anAppointmentWith({ status: 'completed' }));
    expect(world.outbox).toHaveLength(1);
    expect(world.outbox[0]?.text).not.toMatch(/link|#/);
  });

  it('speak the customer’s language', async () => {
    const customer = aCustomer({ language: 'zh' });
    await world.keep(customerEntity, tenant.id, customer);
    await happen('appointment.scheduled', anAppointmentWith({ customerId: customer.id }));
    expect(world.outbox[0]?.subject).toBe('您的预约：5月12日星期二 13:30至15:30');
  });

  it('leave once, however often the stream tells what happened', async () => {
    const appointment = anAppointmentWith();
    await world.keep(appointmentEntity, tenant.id, appointment);
    await world.keep(historyEntryEntity, tenant.id, aHistoryEntry({ subjectId: appointment.id }));
    const first = await world.changes();
    await world.handle(first);
    const second = await world.changes();
    await world.handle(second);
    for (const event of [first, second, first, second]) await world.handle(event);
    await world.passOn();
    expect(world.outbox).toHaveLength(1);
    expect(await messagesOf(appointment)).toHaveLength(1);
  });

  it('rest after a failure until the clock takes them up, and hold up nothing', async () => {
    const appointment = anAppointmentWith();
    world.broken.add('mail');
    await world.keep(appointmentEntity, tenant.id, appointment);
    await world.keep(historyEntryEntity, tenant.id, aHistoryEntry({ subjectId: appointment.id }));
    await world.handle(await world.changes());
    expect(await world.handle(await world.changes())).toEqual({ batchItemFailures: [] });
    const resting = {
      status: 'waiting',
      attempts: 1,
      failure: 'the mail service is down',
      nextAttemptAt: '2026-05-12T14:01:05.000Z',
    };
    expect(await messagesOf(appointment)).toMatchObject([resting]);
    world.broken.clear();
    await world.passOn();
    await roundAt('2026-05-12T14:01:00.000Z');
    expect(world.outbox).toEqual([]);
    await roundAt('2026-05-12T14:01:05.000Z');
    expect(world.outbox).toHaveLength(1);
    const [message] = await messagesOf(appointment);
    expect(message).toMatchObject({ status: 'sent', attempts: 2 });
    expect(message).not.toHaveProperty('failure');
  });

  it('are parked in sight when they could not be sent for hours, and not before', async () => {
    const appointment = anAppointmentWith();
    world.broken.add('mail');
    await happen('appointment.scheduled', appointment);
    const attempts: number[] = [];
    for (const at of ['14:02', '14:08', '14:40', '16:42', '22:44']) {
      const [message] = await messagesOf(appointment);
      expect(message?.status).toBe('waiting');
      attempts.push(message?.attempts ?? 0);
      await roundAt(`2026-05-12T${at}:00.000Z`);
    }
    expect(attempts).toEqual([1, 2, 3, 4, 5]);
    expect(await messagesOf(appointment)).toMatchObject([
      { status: 'parked', attempts: 6, failure: 'the mail service is down' },
    ]);
  });

  it('are parked when by the time they could be sent they were no longer true', async () => {
    const appointment = anAppointmentWith({ status: 'travelling' });
    world.broken.add('mail');
    await happen('appointment.travelling', appointment);
    world.broken.clear();
    await world.keep(appointmentEntity, tenant.id, { ...appointment, status: 'on-site' as const });
    await roundAt('2026-05-12T14:02:00.000Z');
    expect(world.outbox).toEqual([]);
    expect(await messagesOf(appointment)).toMatchObject([{ status: 'parked', failure: expect.stringMatching(/true/) }]);
  });

  it.each([
    ['nobody can be reached', 'appointment.scheduled', { contact: { name: 'Boston 311' } }],
    ['no window was promised', 'appointment.scheduled', { arrivalWindow: undefined }],
    ['he is no longer on the way', 'appointment.travelling', { status: 'on-site' }],
    ['the appointment was cancelled meanwhile', 'appointment.scheduled', { status: 'cancelled' }],
    ['it is nothing that customers are told', 'appointment.note-added', {}],
  ] as const)('are not made where %s', async (_why, event, changes) => {
    const { arrivalWindow: _window, ...rest } = anAppointmentWith();
    const appointment = {
      ...rest,
      ...('arrivalWindow' in changes ? {} : { arrivalWindow }),
      ...withoutWindow(changes),
    };
    await happen(event, appointment);
    expect(await messagesOf(appointment)).toEqual([]);
  });

  it('are not made of what happened long ago, as when a company’s past is loaded', async () => {
    const appointment = anAppointmentWith();
    await happen('appointment.scheduled', appointment, '2026-05-11T14:00:00.000Z');
    expect(await messagesOf(appointment)).toEqual([]);
  });
});

const withoutWindow = ({ arrivalWindow: _window, ...rest }: Partial<Appointment>): Partial<Appointment> => rest;
