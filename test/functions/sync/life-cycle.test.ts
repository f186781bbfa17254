import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import type { TechnicianView } from '../../../shared/model/technician-view.ts';
import { applyToView, type AppliedMutation } from '../../../shared/rules/mutations/apply-to-view.ts';
import { canMove } from '../../../shared/rules/appointment-lifecycle.ts';
import { idOfMutation } from '../../../shared/rules/mutations/upgrade-mutation.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aPart } from '../../builders/a-part.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anId } from '../../builders/an-id.ts';

// R3: the life of an appointment and of the stock on the van, by a model that knows only what a technician would say.

interface Model {
  status: 'dispatched' | 'accepted' | 'travelling' | 'on-site' | 'completed' | 'cannot-complete' | 'gone';
  onVan: number;
  taken: number;
  isAnswered: boolean;
  isRunning: boolean;
  notes: number;
}
interface Real {
  view: TechnicianView;
  done: number;
}
const clientId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const opening = 6;
const part = aPart();
const van = anId('stockLocation');
const technician = aTechnician({ vanStockLocationId: van });
const start = Date.parse('2026-05-12T12:00:00.000Z');

const fresh = (): { model: Model; real: Real } => {
  const appointment = anAssignedAppointment(technician.id, '2026-05-12T13:00:00.000Z', {
    status: 'dispatched',
    tasks: [{ key: 'step-1', label: 'Pressure', answer: 'number', required: true }],
  });
  const visit = {
    appointment,
    coverage: {
      decidedAt: appointment.createdAt,
      basis: 'none' as const,
      covers: { labour: 0, parts: 0, travel: 0 },
      candidates: [],
    },
    coverageFacts: {
      validAt: appointment.createdAt,
      timeZone: 'America/New_York',
      currency: 'USD',
      warranties: [],
      contracts: [],
      usages: [],
      priceLists: [],
      policy: { precedence: [...usualPrecedence] },
      work: { labour: [], travel: [], parts: [] },
    },
    pastVisits: [],
    meterReadings: [],
    notes: [],
    photos: [],
    signatures: [],
    partUsages: [],
  };
  const view: TechnicianView = {
    technician,
    timeZone: 'America/New_York',
    days: [{ day: '2026-05-12', shifts: [], appointmentIds: [appointment.id], legs: [] }],
    visits: [visit],
    stock: [{ stockLocationId: van, partId: part.id, quantity: opening, version: 1, updatedAt: appointment.createdAt }],
    parts: [part],
    knowledge: [],
    colleagues: [],
    timeEntries: [],
    notices: [],
  };
  return {
    model: { status: 'dispatched', onVan: opening, taken: 0, isAnswered: false, isRunning: false, notes: 0 },
    real: { view, done: 0 },
  };
};

/** A mutation with what the model says to it: whether it fits, and what follows. */
class Does implements fc.Command<Model, Real> {
  readonly name: string;
  readonly more: object;
  readonly fits: (model: Readonly<Model>) => boolean;
  readonly follow: (model: Model) => void;
  constructor(name: string, more: object, fits: Does['fits'], follow: Does['follow']) {
    this.name = name;
    this.more = more;
    this.fits = fits;
    this.follow = follow;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    const isHere = model.status !== 'gone' && this.fits(model);
    const applied = mutate(real, this.name, this.more);
    expect({ done: this.toString(), ok: applied.ok }).toEqual({ done: this.toString(), ok: isHere });
    const before = real.view.visits[0]?.appointment.status;
    if (applied.ok) real.view = applied.view;
    if (isHere) this.follow(model);
    const after = real.view.visits[0];
    if (before && after && before !== after.appointment.status) {
      expect(canMove(before, after.appointment.status)).toBe(true);
    }
    expect(after?.appointment.status ?? 'gone').toBe(model.status);
    expect(real.view.stock[0]?.quantity).toBe(model.onVan);
    expect(model.onVan).toBeGreaterThanOrEqual(0);
    if (after) expect(after.notes).toHaveLength(model.notes);
    expect(after?.appointment.workRunning !== undefined).toBe(model.isRunning);
  }
  toString(): string {
    return `${this.name} ${JSON.stringify(this.more)}`;
  }
}

const mutate = (real: Real, name: string, more: object) => {
  real.done += 1;
  const appointmentId = real.view.visits[0]?.appointment.id ?? anId('appointment');
  const ids: Record<string, object> = {
    'add-note': { noteId: idOfMutation('note', clientId, real.done) },
    'use-part': { usageId: idOfMutation('partUsage', clientId, real.done), partId: part.id },
    'return-part': { usageId: idOfMutation('partUsage', clientId, real.done), partId: part.id },
    'swap-part': { usageId: idOfMutation('partUsage', clientId, real.done), partId: part.id },
    'start-work': { entryId: idOfMutation('timeEntry', clientId, real.done) },
  };
  const mutation: AppliedMutation = { name, args: { appointmentId, ...ids[name], ...more } };
  return applyToView(real.view, mutation, new Date(start + real.done * 60_000).toISOString());
};

const isOnSite = ({ status }: Readonly<Model>) => status === 'on-site';
const mayUse = ({ status }: Readonly<Model>) => ['on-site', 'completed', 'cannot-complete'].includes(status);
const step = (name: string, from: Model['status'], to: Model['status']) =>
  fc.constant(
    new Does(
      name,
      {},
      ({ status }) => status === from,
      (model) => void (model.status = to),
    ),
  );
const take = (name: string, quantity: number, more: object) =>
  new Does(
    name,
    more,
    (model) => mayUse(model) && model.onVan >= quantity,
    (model) => {
      model.onVan -= quantity;
      model.taken += quantity;
    },
  );
const end = (name: string, to: 'completed' | 'cannot-complete', code: string) =>
  fc.constant(
    new Does(
      name,
      { outcome: { code } },
      (model) => isOnSite(model) && (to !== 'completed' || model.isAnswered),
      (model) => {
        model.status = to;
        model.isRunning = false;
      },
    ),
  );

const commands = [
  step('accept', 'dispatched', 'accepted'),
  step('start-travel', 'accepted', 'travelling'),
  step('arrive', 'travelling', 'on-site'),
  end('complete', 'completed', 'fixed'),
  end('cannot-complete', 'cannot-complete', 'no-access'),
  fc.constant(
    new Does(
      'decline',
      { reason: 'Not mine' },
      ({ status }) => ['dispatched', 'accepted'].includes(status),
      (model) => {
        model.status = 'gone';
      },
    ),
  ),
  fc.option(fc.integer({ min: 0, max: 9 })).map(
    (value) =>
      new Does(
        'answer-task',
        { key: 'step-1', value },
        ({ status }) => !['completed', 'cannot-complete'].includes(status),
        (model) => void (model.isAnswered = value !== null),
      ),
  ),
  fc.integer({ min: 1, max: 4 }).map((quantity) => take('use-part', quantity, { quantity })),
  fc.constant(take('swap-part', 1, { removedSerial: 'A', fittedSerial: 'B' })),
  fc.integer({ min: 1, max: 4 }).map(
    (quantity) =>
      new Does(
        'return-part',
        { quantity },
        (model) => mayUse(model) && model.taken >= quantity,
        (model) => {
          model.onVan += quantity;
          model.taken -= quantity;
        },
      ),
  ),
  fc.constant(
    new Does(
      'start-work',
      {},
      (model) => isOnSite(model) && !model.isRunning,
      (model) => void (model.isRunning = true),
    ),
  ),
  fc.constant(
    new Does(
      'stop-work',
      {},
      ({ isRunning }) => isRunning,
      (model) => void (model.isRunning = false),
    ),
  ),
  fc.constant(
    new Does(
      'add-note',
      { text: 'Ring twice' },
      () => true,
      (model) => void (model.notes += 1),
    ),
  ),
];

test('whatever a technician does in whatever order, appointment and stock live as they should', () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 50, size: 'max' }), (steps) => fc.modelRun(fresh, steps)),
    { numRuns: 1000 },
  );
}, 120_000);
