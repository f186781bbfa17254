import { describe, expect, it } from 'vitest';
import { createApi } from '../../../web/api/api.ts';
import { fixedSession } from '../../../web/api/session.ts';
import { dayInZone } from '../../../web/customer/day-in-zone.ts';
import { headlineOf, stageOf } from '../../../web/customer/headline.ts';
import { boundsAround, personPoint } from '../../../web/customer/visit-on-map.ts';
import { VisitState, type Visit } from '../../../web/customer/visit-state.svelte.ts';
import { getVisit } from '../../../shared/protocol/endpoints/visit.ts';
import { aServer, json, problem } from '../api/a-server.ts';

const now = Date.parse('2026-05-12T14:40:00Z');

/** Held to the contract: Ana arrives between 10:48 and 10:56 in Boston. */
const aVisit = (changes: Partial<Visit> = {}): Visit =>
  getVisit.response.parse({
    company: 'Harbor Field Service',
    companyPhone: '+16175550100',
    number: 'WO-7K3F9QZM',
    subject: 'No hot water',
    status: 'travelling',
    place: { location: [-71.07, 42.35], addressText: '12 Beacon Street' },
    timeZone: 'America/New_York',
    technicianName: 'Ana',
    vehicle: 'White van',
    covers: { labour: 100, parts: 100, travel: 0 },
    onTheWay: {
      eta: { from: '2026-05-12T14:48:00.000Z', to: '2026-05-12T14:56:00.000Z' },
      position: [-71.05, 42.36],
      seenAt: '2026-05-12T14:39:40.000Z',
      estimate: true,
    },
    now: '2026-05-12T14:40:00.000Z',
    ...changes,
  });

describe('The first words', () => {
  it('while travelling are the minutes to the likeliest arrival', () => {
    expect(headlineOf(aVisit(), now)).toEqual({ say: 'arrives-in', minutes: 12 });
  });

  it('count down with the clock and never say nought or less', () => {
    expect(headlineOf(aVisit(), now + 5 * 60_000)).toEqual({ say: 'arrives-in', minutes: 7 });
    expect(headlineOf(aVisit(), now + 30 * 60_000)).toEqual({ say: 'any-moment' });
  });

  it('say only that someone is on the way where no arrival is known', () => {
    expect(headlineOf(aVisit({ onTheWay: { estimate: true } }), now)).toEqual({ say: 'on-the-way' });
  });

  it.each([
    ['unscheduled', 'received'],
    ['scheduled', 'booked'],
    ['accepted', 'booked'],
    ['on-site', 'here'],
    ['completed', 'done'],
    ['cannot-complete', 'unfinished'],
    ['cancelled', 'cancelled'],
  ] as const)('for %s say %s', (status, say) => {
    expect(headlineOf(aVisit({ status }), now)).toEqual({ say });
  });

  it('have dots beneath them only while there is something to follow', () => {
    const statuses = ['unscheduled', 'dispatched', 'travelling', 'on-site', 'completed'] as const;
    expect(statuses.map(stageOf)).toEqual([undefined, 'booked', 'on-the-way', 'here', undefined]);
  });
});

it('The day is that of the place, not of the reader', () => {
  expect(dayInZone('2026-05-12T02:30:00.000Z', 'America/New_York')).toBe('2026-05-11');
  expect(dayInZone('2026-05-12T02:30:00.000Z', 'Asia/Shanghai')).toBe('2026-05-12');
});

describe('The map', () => {
  it('shows the technician exactly where the server says, and nowhere otherwise', () => {
    expect(personPoint(aVisit(), now)).toMatchObject([
      { position: [-71.05, 42.36], mark: { tone: 'moving', text: 'A' } },
    ]);
    expect(personPoint({ place: aVisit().place }, now)).toEqual([]);
  });

  it('shows an old position as old', () => {
    expect(personPoint(aVisit(), now + 5 * 60_000)).toMatchObject([{ mark: { tone: 'stale' } }]);
  });

  it('frames both', () => {
    const [west, south, east, north] = boundsAround([-71.07, 42.35], [-71.05, 42.36]);
    expect(west).toBeLessThan(-71.07);
    expect(south).toBeLessThan(42.35);
    expect(east).toBeGreaterThan(-71.05);
    expect(north).toBeGreaterThan(42.36);
  });
});

describe('The appointment on the page', () => {
  const stateOver = (...answers: Parameters<typeof aServer>) => {
    const { fetch, asked } = aServer(...answers);
    const api = createApi({ session: fixedSession('s1'), fetch, pause: async () => {} });
    return { state: new VisitState(api), asked };
  };

  it('stays in sight while the network is away, and says so', async () => {
    const { state } = stateOver(json(aVisit()), undefined, undefined, json(aVisit({ status: 'on-site' })));
    await state.refresh();
    await state.refresh();
    expect([state.visit?.status, state.offline, state.ended]).toEqual(['travelling', true, false]);
    await state.refresh();
    expect([state.visit?.status, state.offline]).toEqual(['on-site', false]);
  });

  it('goes when the link has ended, and is not asked for again', async () => {
    const { state, asked } = stateOver(json(aVisit()), problem('link-ended', 410));
    await state.refresh();
    await state.refresh();
    await state.refresh();
    expect(state.ended).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('does not end for a server that is busy', async () => {
    const { state } = stateOver(problem('too-many', 429));
    await state.refresh();
    expect([state.ended, state.offline]).toEqual([false, true]);
  });
});
