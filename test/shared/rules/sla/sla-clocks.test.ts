import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../shared/geo/zoned-time.ts';
import { slaEvent, slaTerms, type SlaEvent, type SlaTerms } from '../../../../shared/model/sla.ts';
import { allEnded, nextMarkAt, untoldMarks, urgencyOf } from '../../../../shared/rules/sla/next-mark.ts';
import { slaClocks } from '../../../../shared/rules/sla/sla-clocks.ts';
import { clockCases } from './clock-cases.ts';

const office = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];

describe('a promised time', () => {
  test.each(clockCases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { zone: timeZone = 'America/New_York', daysOff = [], events = [], pausingReasons } = one;
    const at = (local: string): string => {
      const [day = '', time = ''] = local.split(' ');
      return instantOf(day, time, timeZone);
    };
    const hours = one.hours === 'office' ? { timeZone, weekly: office, daysOff: [...daysOff] } : undefined;
    const terms = slaTerms.parse({
      startsAt: at(one.received),
      promises: [{ kind: 'fix', withinSeconds: one.withinHours * 3600, ...(hours && { hours }) }],
      ...(pausingReasons && { pausingReasons: [...pausingReasons] }),
    });
    const happened = events.map(([when, kind, reason]) => slaEvent.parse({ at: at(when), kind, reason }));
    const [clock] = slaClocks(terms, happened, at(one.now));
    expect(clock?.state).toBe(one.state);
    expect(clock?.dueAt).toBe(one.due === undefined ? undefined : at(one.due));
  });
});

const startsAt = '2026-05-12T13:00:00.000Z';
const terms: SlaTerms = {
  startsAt,
  promises: [
    { kind: 'response', withinSeconds: 3600 },
    { kind: 'arrival', withinSeconds: 4 * 3600 },
    { kind: 'fix', withinSeconds: 8 * 3600 },
  ],
};

describe('clocks', () => {
  test('warn at half, three quarters and nine tenths of their time, and then it is broken', () => {
    const [response] = slaClocks(terms, [], '2026-05-12T15:00:00.000Z');
    expect(response?.marks).toEqual([
      { percent: 50, at: '2026-05-12T13:30:00.000Z' },
      { percent: 75, at: '2026-05-12T13:45:00.000Z' },
      { percent: 90, at: '2026-05-12T13:54:00.000Z' },
      { percent: 100, at: '2026-05-12T14:00:00.000Z' },
    ]);
  });

  test('name the next mark while they run, and none while they stand still', () => {
    expect(slaClocks(terms, [], '2026-05-12T13:40:00.000Z')[0]?.nextMark).toEqual({
      percent: 75,
      at: '2026-05-12T13:45:00.000Z',
    });
    const held: SlaEvent = { at: '2026-05-12T13:20:00.000Z', kind: 'paused', reason: 'customer-away' };
    const [still] = slaClocks(terms, [held], '2026-05-12T13:40:00.000Z');
    expect(still).toMatchObject({ state: 'paused', pausedFor: 'customer-away', elapsedSeconds: 1200 });
    expect(still).not.toHaveProperty('nextMark');
  });

  test('of response and arrival end when somebody is there, that of the fix goes on', () => {
    const there: SlaEvent = { at: '2026-05-12T13:50:00.000Z', kind: 'arrived' };
    const clocks = slaClocks(terms, [there], '2026-05-12T14:30:00.000Z');
    expect(clocks.map(({ state }) => state)).toEqual(['met', 'met', 'running']);
    expect(allEnded(clocks)).toBe(false);
    expect(nextMarkAt(clocks)).toBe('2026-05-12T17:00:00.000Z');
    expect(urgencyOf(clocks)).toBe('2026-05-12T21:00:00.000Z');
  });

  test('are all over when the work is cancelled', () => {
    const clocks = slaClocks(
      terms,
      [{ at: '2026-05-12T13:05:00.000Z', kind: 'cancelled' }],
      startsAt.replace('12', '13'),
    );
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(allEnded(clocks)).toBe(true);
  });

  test('tell each mark once, by a name that stays the same', () => {
    const clocks = slaClocks(terms, [], '2026-05-12T15:10:00.000Z');
    expect(untoldMarks(clocks, ['response-50', 'response-75', 'response-90']).map(({ name }) => name)).toEqual([
      'response-100',
      'arrival-50',
    ]);
  });

  const minute = fc
    .integer({ min: 0, max: 20 * 60 })
    .map((m) => new Date(Date.parse(startsAt) + m * 60_000).toISOString());
  const someEvent = fc.record({
    at: minute,
    kind: fc.constantFrom<SlaEvent['kind']>('paused', 'resumed', 'responded', 'arrived', 'fixed'),
  });
  const hours = { timeZone: 'America/New_York', weekly: office, daysOff: [] };
  const inOffice: SlaTerms = { startsAt, promises: terms.promises.map((promise) => ({ ...promise, hours })) };
  const someTerms = fc.constantFrom(terms, inOffice);

  test('are the same for events in any order, and for events that come twice', () => {
    const twice = fc
      .array(someEvent, { maxLength: 8 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      );
    fc.assert(
      fc.property(someTerms, twice, minute, (given, [events, again], now) => {
        expect(slaClocks(given, again, now)).toEqual(slaClocks(given, events, now));
      }),
    );
  });

  test('a pause never brings a due time nearer', () => {
    const pauses = fc.array(fc.record({ at: minute, kind: fc.constantFrom<SlaEvent['kind']>('paused', 'resumed') }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(someTerms, pauses, minute, minute, minute, (given, events, a, b, now) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const more: SlaEvent[] = [...events, { at: from, kind: 'paused' }, { at: to, kind: 'resumed' }];
        const due = (all: readonly SlaEvent[]) =>
          slaClocks(given, all, now).map(({ dueAt }) => (dueAt === undefined ? Infinity : Date.parse(dueAt)));
        // Standing still already it cannot be stopped twice, nor resumed by an end that was not its own.
        fc.pre(!isPausedWithin(events, from, to));
        const [before, after] = [due(events), due(more)];
        before.forEach((instant, at) => expect(after[at]).toBeGreaterThanOrEqual(instant));
      }),
    );
  });

  test('nothing that lies ahead changes how they stand now', () => {
    fc.assert(
      fc.property(someTerms, fc.array(someEvent), minute, (given, events, now) => {
        const past = events.filter(({ at }) => at <= now);
        expect(slaClocks(given, events, now)).toEqual(slaClocks(given, past, now));
      }),
    );
  });
});

const isPausedWithin = (events: readonly SlaEvent[], from: string, to: string): boolean => {
  const upTo = events.filter(({ at }) => at <= from).sort((a, b) => (a.at < b.at ? -1 : 1));
  return upTo.at(-1)?.kind === 'paused' || events.some(({ at }) => at >= from && at <= to);
};
