import { beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { AppointmentCommands } from '../../../web/dispatch/state/appointment-commands.ts';
import { OpenEdit } from '../../../web/dispatch/state/open-edit.svelte.ts';
import { standingPlace } from '../../../web/dispatch/state/standing-place.ts';
import { UndoStack } from '../../../web/dispatch/state/undo-stack.svelte.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { MovingServer } from './a-moving-server.ts';

const rosa = anId('technician');
const tomas = anId('technician');
const place = (technicianId: string, hour: number) => ({
  technicianIds: [technicianId],
  plannedStartAt: new Date(Date.UTC(2026, 4, 12, hour)).toISOString(),
});

let server: MovingServer;
let commands: AppointmentCommands;
let one: Appointment;
const present = (id: string) => server.appointments.get(id);
const stands = () => {
  const now = present(one.id);
  return now && standingPlace(now);
};

beforeEach(() => {
  one = anAppointment();
  server = new MovingServer([one]);
  commands = new AppointmentCommands({
    api: server.api,
    undo: new UndoStack(),
    take: () => undefined,
    present,
    nameOf: (id) => id,
    timeOf: (at) => at,
  });
});

describe('A dispatcher’s commands', () => {
  it('wait their turn: undo asked for before the answer came takes back what was just asked for', async () => {
    await commands.move([{ appointment: one, to: place(rosa, 14) }]);
    const moved = commands.move([{ appointment: present(one.id) ?? one, to: place(rosa, 16) }]);
    const undone = commands.undoLast();
    await Promise.all([moved, undone]);
    expect(stands()).toMatchObject(place(rosa, 14));
  });

  it('never write over a place that changed between taking an appointment up and dropping it', async () => {
    const takenUp = one;
    server.move([{ appointmentId: one.id, version: one.version, to: place(tomas, 15) }]);
    expect(await commands.move([{ appointment: takenUp, to: place(rosa, 14) }])).toBe(false);
    expect(stands()).toMatchObject(place(tomas, 15));
  });
});

describe('An edit that is open', () => {
  it('is overtaken by a colleague’s change, not by one’s own, until it was read', () => {
    const edit = new OpenEdit();
    edit.begin(one);
    const own = { ...one, version: 2 };
    edit.took([own]);
    expect(edit.isOvertaken(own)).toBe(false);
    const theirs = { ...one, version: 3 };
    expect(edit.isOvertaken(theirs)).toBe(true);
    edit.understood(theirs);
    expect(edit.isOvertaken(theirs)).toBe(false);
    edit.end();
    expect(edit.isOvertaken({ ...one, version: 9 })).toBe(false);
  });
});
