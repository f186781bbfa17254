import { describe, expect, it } from 'vitest';
import { filterQueue, queueItemsOf } from '../../../web/dispatch/state/queue-items.ts';
import { noFilters } from '../../../web/dispatch/state/place-in-address.ts';
import { slaClocks } from '../../../shared/rules/sla/sla-clocks.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

const now = Date.parse('2026-05-12T14:00:00.000Z');
const breached = anAppointment({ subject: 'Lift stuck', dueBy: '2026-05-12T13:30:00.000Z' });
const tight = anAppointment({ subject: 'Boiler, no heat', dueBy: '2026-05-12T15:20:00.000Z' });
const calm = anAppointment({ subject: 'Valve drips', dueBy: '2026-05-14T15:00:00.000Z' });
const question = aServiceRequest({ subject: 'Is it covered?', dueBy: '2026-05-13T14:00:00.000Z' });
const items = queueItemsOf([calm, tight, breached], [question], now);
const everything = noFilters;

describe('The queue', () => {
  it('has the oldest promise first, appointments and requests together', () => {
    expect(items.map(({ id }) => id)).toEqual([breached.id, tight.id, question.id, calm.id]);
  });

  it('says which promises are broken and which are at risk', () => {
    expect(items.map(({ urgency }) => urgency)).toEqual(['late', 'risk', 'fine', 'fine']);
  });

  it('puts an emergency at the top and counts it as urgent although its time is not up', () => {
    const emergency = anAppointment({ priority: 'emergency', dueBy: '2026-05-12T20:00:00.000Z' });
    const [first] = queueItemsOf([tight, emergency], [], now);
    expect(first).toMatchObject({ id: emergency.id, urgency: 'late' });
  });

  it('shows only what is urgent, only requests, or one work type, as the address says', () => {
    expect(filterQueue(items, { ...everything, queue: 'urgent' }).map(({ id }) => id)).toEqual([breached.id, tight.id]);
    expect(filterQueue(items, { ...everything, queue: 'requests' }).map(({ id }) => id)).toEqual([question.id]);
    expect(filterQueue(items, { ...everything, workType: calm.workTypeId }).map(({ id }) => id)).toEqual([calm.id]);
  });

  it('finds by words in any order, in subject, name and address', () => {
    expect(filterQueue(items, { ...everything, words: 'beacon LIFT' }).map(({ id }) => id)).toEqual([breached.id]);
  });
});

describe('The queue by promised times', () => {
  const promised = (withinSeconds: number, paused = false) =>
    slaClocks(
      { startsAt: '2026-05-12T13:00:00.000Z', promises: [{ kind: 'arrival', withinSeconds }] },
      paused ? [{ at: '2026-05-12T13:10:00.000Z', kind: 'paused', reason: 'customer away' }] : [],
      '2026-05-12T14:00:00.000Z',
    );
  const idsBy = (clocks: ReadonlyMap<string, ReturnType<typeof promised>>) =>
    queueItemsOf([tight, calm], [question], now, (id) => clocks.get(id) ?? []);

  it('has at the top what breaches first, whatever the day it is due by', () => {
    const items = idsBy(new Map([[calm.id, promised(4000)]]));
    expect(items.map(({ id }) => id)).toEqual([calm.id, tight.id, question.id]);
    expect(items[0]).toMatchObject({ urgency: 'risk', clock: { kind: 'arrival' } });
  });

  it('puts what stands still last, and what was breached first', () => {
    const items = idsBy(
      new Map([
        [tight.id, promised(36_000, true)],
        [question.id, promised(1800)],
      ]),
    );
    expect(items.map(({ id }) => id)).toEqual([question.id, calm.id, tight.id]);
    expect(items[0]?.urgency).toBe('late');
  });
});
