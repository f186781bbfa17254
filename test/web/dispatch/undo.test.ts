import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { replayStep } from '../../../web/dispatch/state/replay-step.ts';
import { sendMoves, type WantedMove } from '../../../web/dispatch/state/send-moves.ts';
import { samePlace, standingPlace, type StandingPlace } from '../../../web/dispatch/state/standing-place.ts';
import { UndoStack } from '../../../web/dispatch/state/undo-stack.svelte.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { MovingServer } from './a-moving-server.ts';

const technicians = [anId('technician'), anId('technician')];

/** A desk that does, undoes and redoes against a server on which a colleague works too; live changes reach it at once. */
const aDesk = (count = 4) => {
  const server = new MovingServer(Array.from({ length: count }, () => anAppointment()));
  const undo = new UndoStack();
  const ids = [...server.appointments.keys()];
  const present = (id: string): Appointment | undefined => server.appointments.get(id);
  const deps = { api: server.api, undo, take: () => undefined, present };
  const places = () => ids.map((id) => placeOf(server, id));
  const act = async (...moves: readonly { readonly at: number; readonly to: WantedMove['to'] }[]): Promise<boolean> => {
    const wanted = moves.flatMap(({ at, to }): WantedMove[] => {
      const appointment = present(ids[at % count] ?? '');
      return appointment ? [{ appointment, to }] : [];
    });
    const sent = await sendMoves(server.api, wanted);
    const parts = sent.appointments.map((after) => {
      const before = wanted.find(({ appointment }) => appointment.id === after.id)?.appointment;
      const { id: appointmentId, subject } = after;
      return { appointmentId, subject, before: before && standingPlace(before), after: standingPlace(after) };
    });
    if (parts.length > 0) undo.push({ label: 'moved', parts });
    return parts.length > 0;
  };
  return { server, undo, deps, places, act, ids, count };
};

const placeOf = (server: MovingServer, id: string): StandingPlace | undefined => {
  const appointment = server.appointments.get(id);
  return appointment && standingPlace(appointment);
};
const slot = (technician: number, hour: number, more: Partial<StandingPlace> = {}) => ({
  technicianIds: [technicians[technician % 2] ?? aTechnician().id],
  plannedStartAt: new Date(Date.UTC(2026, 4, 12, 12 + hour)).toISOString(),
  ...more,
});
const same = (a: readonly (StandingPlace | undefined)[], b: readonly (StandingPlace | undefined)[]): boolean =>
  a.every((place, i) => samePlace(place, b[i]));

const aMove = fc.record({
  at: fc.nat(3),
  to: fc.oneof(
    fc.constant(null),
    fc
      .record({ technician: fc.nat(1), hour: fc.nat(7), locked: fc.boolean(), hours: fc.integer({ min: 1, max: 2 }) })
      .map(({ technician, hour, locked, hours }) => slot(technician, hour, { locked, durationSeconds: hours * 3600 })),
  ),
});

describe('Undo and redo', () => {
  it('leads through every state back to the first and on to the last, however many steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aMove, { minLength: 50, maxLength: 70 }), async (moves) => {
        const desk = aDesk();
        // Lengths are no part of what waits, so all of them stand somewhere before the first step.
        for (let i = 0; i < desk.count; i++) await desk.act({ at: i, to: slot(i % 2, i * 2) });
        const seen = [desk.places()];
        for (const move of moves.filter(({ to }) => to !== null)) if (await desk.act(move)) seen.push(desk.places());
        for (let i = seen.length - 2; i >= 0; i--) {
          expect((await replayStep(desk.deps, 'undo')).kind).toBe('done');
          expect(same(desk.places(), seen[i] ?? [])).toBe(true);
        }
        for (let i = 1; i < seen.length; i++) {
          expect((await replayStep(desk.deps, 'redo')).kind).toBe('done');
          expect(same(desk.places(), seen[i] ?? [])).toBe(true);
        }
        expect((await replayStep(desk.deps, 'redo')).kind).toBe('nothing');
      }),
      { numRuns: 40 },
    );
  });

  it('never takes back what a colleague did: what he moved stays where he put it', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: aMove.map((move) => ({ kind: 'mine' as const, move })) },
      { weight: 2, arbitrary: aMove.map((move) => ({ kind: 'theirs' as const, move })) },
      { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const).map((kind) => ({ kind })) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const desk = aDesk();
        /** Where a colleague put something and nobody of this desk has acted on it knowingly since. */
        const theirs = new Map<string, StandingPlace | undefined>();
        for (const one of steps) {
          if (one.kind === 'mine') {
            if (await desk.act(one.move)) theirs.delete(desk.ids[one.move.at] ?? '');
          } else if (one.kind === 'theirs') {
            const id = desk.ids[one.move.at] ?? '';
            const before = desk.server.appointments.get(id);
            const sent = before && (await sendMoves(desk.server.api, [{ appointment: before, to: one.move.to }]));
            const after = sent?.appointments[0];
            if (before && after && !samePlace(standingPlace(before), standingPlace(after)))
              theirs.set(id, standingPlace(after));
          } else {
            await replayStep(desk.deps, one.kind);
            for (const [id, place] of theirs) expect(samePlace(placeOf(desk.server, id), place)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says who was moved by others, forgets that step, and goes on with the one before it', async () => {
    const desk = aDesk();
    await desk.act({ at: 0, to: slot(0, 0) });
    await desk.act({ at: 1, to: slot(0, 2) });
    const second = desk.server.appointments.get(desk.ids[1] ?? '');
    if (!second) throw new Error('the second appointment is there');
    await sendMoves(desk.server.api, [{ appointment: second, to: slot(1, 5) }]);
    expect(await replayStep(desk.deps, 'undo')).toMatchObject({
      kind: 'moved-by-others',
      part: { appointmentId: second.id },
    });
    expect(placeOf(desk.server, second.id)).toMatchObject(slot(1, 5));
    expect((await replayStep(desk.deps, 'undo')).kind).toBe('done');
    expect(placeOf(desk.server, desk.ids[0] ?? '')).toBeUndefined();
  });

  it('takes two that changed places back together', async () => {
    const desk = aDesk();
    await desk.act({ at: 0, to: slot(0, 0) }, { at: 1, to: slot(1, 0) });
    const before = desk.places();
    await desk.act({ at: 0, to: slot(1, 0) }, { at: 1, to: slot(0, 0) });
    expect((await replayStep(desk.deps, 'undo')).kind).toBe('done');
    expect(same(desk.places(), before)).toBe(true);
  });

  it('can be tried again when the server did not answer', async () => {
    const desk = aDesk();
    await desk.act({ at: 0, to: slot(0, 0) });
    const call = () => Promise.reject(new NetworkDown('no network'));
    const refused = await replayStep({ ...desk.deps, api: { ...desk.server.api, call } }, 'undo');
    expect(refused.kind).toBe('refused');
    expect((await replayStep(desk.deps, 'undo')).kind).toBe('done');
  });

  it('keeps at least fifty steps', async () => {
    const desk = aDesk();
    for (let i = 0; i < 60; i++) await desk.act({ at: 0, to: slot(i % 2, i % 8) });
    for (let i = 0; i < 50; i++) expect((await replayStep(desk.deps, 'undo')).kind).toBe('done');
  });
});
