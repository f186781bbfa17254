import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { emergencyOffers } from '../../../web/dispatch/emergency/emergency-offers.ts';
import type { BoardBlock, BoardRowView } from '../../../web/dispatch/state/board-rows.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';

const at = (time: string) => Date.parse(`${tuesday}T${time}:00.000Z`);
/** Ten minutes from anywhere to anywhere. */
const travel = { travel: () => ({ seconds: 600, metres: 5000 }) };
const emergency = anAppointment({ priority: 'emergency', durationSeconds: 3600 });

const blockOf = (appointment: Appointment): BoardBlock => {
  const [first] = appointment.assignments;
  const told = appointment.arrivalWindow;
  return {
    appointment,
    from: Date.parse(first?.plannedStartAt ?? appointment.dueBy),
    to: Date.parse(first?.plannedEndAt ?? appointment.dueBy),
    travelFrom: 0,
    due: Date.parse(appointment.dueBy),
    told: told && { from: Date.parse(told.from), to: Date.parse(told.to) },
    number: 1,
  };
};
const aRow = (...stops: readonly (readonly [string, Partial<Appointment>])[]): BoardRowView => {
  const technician = aTechnician();
  return {
    id: technician.id,
    technician,
    shifts: [{ from: `${tuesday}T12:00:00.000Z`, to: `${tuesday}T21:00:00.000Z` }],
    taken: [],
    blocks: stops.map(([time, changes]) =>
      blockOf(anAssignedAppointment(technician.id, `${tuesday}T${time}:00.000Z`, changes)),
    ),
    position: undefined,
    state: 'available',
  };
};
const ask = (...rows: readonly BoardRowView[]) =>
  emergencyOffers({ appointment: emergency, rows, day: tuesday, now: at('14:00'), travel });

describe('Who goes to an emergency', () => {
  it('is first who is there soonest and makes nobody wait', () => {
    const busy = aRow(['14:15', {}]);
    const free = aRow();
    const [best] = ask(busy, free);
    expect(best).toMatchObject({ technicianId: free.id, arrivesAt: at('14:10'), costs: [] });
  });

  it('finishes what he is at before he sets out', () => {
    const [offer] = ask(aRow(['13:30', { status: 'on-site' }]));
    expect(offer?.arrivesAt).toBe(at('14:40'));
  });

  it('lets the others wait as little as the way allows, and says whose promise that breaks', () => {
    const kept = anAppointment({ subject: 'Can wait' });
    const [offer] = ask(
      aRow(
        ['14:15', { subject: 'Cannot wait', dueBy: `${tuesday}T15:30:00.000Z` }],
        ['15:40', { subject: kept.subject }],
      ),
    );
    expect(
      offer?.costs.map(({ appointment, newStart, breaksPromise }) => [appointment.subject, newStart, breaksPromise]),
    ).toEqual([
      ['Cannot wait', at('15:20'), true],
      ['Can wait', at('16:30'), false],
    ]);
  });

  it('puts back what would no longer end within the shift', () => {
    const [offer] = ask(aRow(['14:15', { durationSeconds: 7 * 3600 }]));
    expect(offer?.costs[0]).toMatchObject({ newStart: undefined, breaksPromise: true });
  });

  it('is nobody whose next stop is locked, who lacks the skill or who is off shift', () => {
    const locked = aRow(['14:15', {}]);
    const [block] = locked.blocks;
    if (!block) throw new Error('the row has a stop');
    const assignments = block.appointment.assignments.map((one) => ({ ...one, locked: true }));
    const withLock = { ...locked, blocks: [{ ...block, appointment: { ...block.appointment, assignments } }] };
    const unskilled = { ...aRow(), technician: aTechnician({ skills: [] }) };
    expect(ask(withLock, unskilled, { ...aRow(), shifts: [] })).toEqual([]);
  });
});
