import { describe, expect, test } from 'vitest';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import type { VisitFollowing } from '../../../shared/model/visit-following.ts';
import { followVisit } from '../../../shared/rules/follow-visit.ts';
import { aFix } from '../../builders/a-position.ts';
import { boston } from '../../builders/a-territory.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

const begin = Date.parse('2026-05-12T14:00:00.000Z');
const appointment = anAppointment({
  status: 'travelling',
  travelStartedAt: new Date(begin).toISOString(),
  place: { location: boston, addressText: 'City Hall' },
});
const metresPerDegreeNorth = 111_195;
/** A fix some seconds after setting out, some metres north of the place. */
const fixAt = (seconds: number, metres: number, speedMetresPerSecond = 9): PositionFix =>
  aFix({
    at: new Date(begin + seconds * 1000).toISOString(),
    location: [boston[0], boston[1] + metres / metresPerDegreeNorth],
    speedMetresPerSecond,
  });
const follow = (fixes: readonly PositionFix[], state?: VisitFollowing, changes: Partial<typeof appointment> = {}) =>
  followVisit(state, { ...appointment, ...changes }, fixes, estimatedTravel);

/** Stands a minute, drives three kilometres in five, stays. */
const visit = [
  fixAt(0, 3000, 0),
  fixAt(60, 2995, 0),
  ...[0.25, 0.5, 0.75].map((share) => fixAt(60 + share * 300, 3000 * (1 - share))),
  fixAt(360, 20, 0),
  fixAt(460, 15, 0),
];

describe('following a visit', () => {
  test('gives the drive when he has stayed, from when he drove off to when he stood there', () => {
    const { drive, eta } = follow(visit);
    expect(drive).toMatchObject({
      leftAt: fixAt(60, 0).at,
      arrivedAt: fixAt(360, 0).at,
      seconds: 300,
      to: boston,
    });
    expect(drive?.metres).toBeGreaterThan(2900);
    expect(drive?.metres).toBeLessThan(3100);
    expect(eta).toBeUndefined();
  });

  test('gives the same whether the fixes come at once or one by one', () => {
    const whole = follow(visit);
    let state: VisitFollowing | undefined;
    const drives = visit.flatMap((fix) => {
      const seen = follow([fix], state);
      state = seen.state;
      return seen.drive ?? [];
    });
    expect(drives.map(({ seconds, metres }) => ({ seconds, metres }))).toEqual([
      { seconds: whole.drive?.seconds, metres: whole.drive?.metres },
    ]);
  });

  test('tells when he will arrive, from where he is', () => {
    const etas = visit.slice(0, 5).map((_, i) => follow(visit.slice(0, i + 1)).eta?.expectedAt ?? '');
    expect(etas.every((eta) => eta > (appointment.travelStartedAt ?? ''))).toBe(true);
    expect(follow(visit.slice(0, 5)).eta?.estimate).toBe(true);
  });

  test('judges the span that was told while most of the way was left', () => {
    expect(follow(visit).state.told).toBeUndefined();
    let state: VisitFollowing | undefined;
    for (const fix of visit.slice(0, 3)) state = follow([fix], state).state;
    expect(state?.told).toBeDefined();
    expect(follow(visit.slice(3), state).drive).toHaveProperty('spanHeld');
  });

  test('does not believe that the way grew by half an hour between two fixes, as from the wrong level of a bridge', () => {
    const lostAt = (fix: PositionFix) => ({
      ...estimatedTravel,
      travel: (...[from, to, at]: Parameters<typeof estimatedTravel.travel>) => {
        const leg = estimatedTravel.travel(from, to, at);
        return from === fix.location ? { ...leg, seconds: leg.seconds + 1800 } : leg;
      },
    });
    const [glitch] = visit.slice(4, 5);
    const { state } = follow(visit.slice(0, 4));
    if (!glitch) throw new Error('There is such a fix');
    const seen = followVisit(state, appointment, [glitch], lostAt(glitch));
    expect(seen.state.left?.seconds).toBeLessThan((state.left?.seconds ?? 0) + 200);
    const next = fixAt(345, 150);
    expect(follow([next], seen.state).state.left?.seconds).toBeLessThan(state.left?.seconds ?? 0);
  });

  test('passes over what came before he set out, and late fixes', () => {
    expect(follow([fixAt(-3600, 20, 0), fixAt(-3500, 20, 0)]).state.fence.stoodAt).toBeUndefined();
    const { state } = follow(visit.slice(0, 4));
    expect(follow([fixAt(10, 10, 0)], state).state).toEqual(state);
  });

  test('begins anew with another appointment', () => {
    const { state } = follow(visit);
    const other = anAppointment({ status: 'travelling', place: appointment.place });
    expect(followVisit(state, other, [], estimatedTravel).state).toMatchObject({ appointmentId: other.id, metres: 0 });
  });

  test('gives no drive of a few steps', () => {
    const steps = [fixAt(0, 200, 0), fixAt(60, 20, 0), fixAt(160, 20, 0)];
    const { drive, state } = follow(steps);
    expect(state.arrivedAt).toBeDefined();
    expect(drive).toBeUndefined();
  });

  test('notes that he is away, and forgets it when he comes back', () => {
    const there = follow(visit).state;
    const away = follow([fixAt(1000, 400), fixAt(1050, 700)], there, { status: 'on-site' });
    expect(away.state.awayAt).toBe(fixAt(1000, 0).at);
    const back = follow([fixAt(1500, 20, 0), fixAt(1600, 20, 0)], away.state, { status: 'on-site' });
    expect(back.state.awayAt).toBeUndefined();
    expect(back.drive).toBeUndefined();
  });
});
