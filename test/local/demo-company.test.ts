import { expect, test } from 'vitest';
import type { Entity } from '../../functions/store/entity.ts';
import { buildCompany } from '../../infra/local/demo/company.ts';
import { keepCompany } from '../../infra/local/demo/keep-company.ts';
import { keepDay } from '../../infra/local/demo/keep-day.ts';
import { openingShelves } from '../../infra/local/demo/shelves.ts';
import { keepWaitingWork } from '../../infra/local/demo/waiting-work.ts';
import { territoryOf } from '../../shared/geo/territory-of.ts';
import { appointmentSchema, type Appointment } from '../../shared/model/appointment.ts';
import { type StockMovement, stockMovementSchema } from '../../shared/model/stock.ts';
import { territorySchema } from '../../shared/model/territory.ts';
import { levelOf } from '../../shared/rules/stock-ledger.ts';

const now = '2026-11-24T15:00:00.000Z';
const days = ['2026-11-23', '2026-11-24', '2026-11-25'];

/** Everything that a first start writes, by the name of its entity; each value passes its schema. */
const firstStart = (seed = 'harbor') => {
  const things = new Map<string, unknown[]>();
  const keep = <Value extends Ref, Ref>({ name, schema }: Entity<Value, Ref>, value: Value) => {
    things.set(name, [...(things.get(name) ?? []), schema.parse(value)]);
  };
  const company = buildCompany(seed);
  const shelves = openingShelves(company.opening);
  keepCompany(company, keep);
  for (const day of days) keepDay({ company, day, now, shelves, keep });
  keepWaitingWork(company, now, keep);
  return { company, things, levels: shelves.levels() };
};
const started = firstStart();
const appointments: Appointment[] = (started.things.get('appointment') ?? []).map((one) =>
  appointmentSchema.parse(one),
);
const planned = appointments.filter(({ day }) => day !== undefined);

test('three days have about 150 appointments and some twenty wait', () => {
  expect(planned.length).toBeGreaterThanOrEqual(140);
  expect(planned.length).toBeLessThanOrEqual(160);
  expect(appointments.length - planned.length).toBe(23);
});

test('two work types need two technicians, and of each one appointment waits', () => {
  const types = Object.values(started.company.catalogue.workTypes).filter(({ crewSize = 1 }) => crewSize > 1);
  expect(types.map(({ crewSize }) => crewSize)).toEqual([2, 2]);
  const waiting = appointments.filter(({ crewSize = 1 }) => crewSize > 1);
  expect(waiting.map(({ workTypeId }) => workTypeId).sort()).toEqual(types.map(({ id }) => id).sort());
  expect(waiting.every(({ status }) => status === 'unscheduled')).toBe(true);
});

test('one appointment waits for a part that only the warehouse has', () => {
  const { company, levels } = started;
  const partId = company.catalogue.parts['heat-exchanger'].id;
  const needy = appointments.filter((one) => one.partRequirements.some((part) => part.partId === partId));
  expect(needy.map(({ status }) => status)).toEqual(['unscheduled']);
  expect(levels.filter((one) => one.partId === partId)).toMatchObject([
    { stockLocationId: company.warehouse.id, quantity: 4 },
  ]);
});

test('the same seed makes the same company, another seed another one', () => {
  expect(firstStart().things).toEqual(started.things);
  expect(firstStart('other').company.tenant.id).not.toBe(started.company.tenant.id);
});

test('every place lies in the territory it is said to be in', () => {
  const territories = Object.values(started.company.catalogue.territories).map((one) => territorySchema.parse(one));
  for (const { place, territoryId } of appointments)
    expect(territoryOf(place.location, territories)?.id).toBe(territoryId);
});

test('nobody is in two places: planned times of a technician never overlap', () => {
  for (const day of days) {
    for (const { technician } of started.company.crew) {
      const spans = planned
        .filter((one) => one.day === day && one.assignments[0]?.technicianId === technician.id)
        .flatMap(({ assignments }) => assignments)
        .sort((a, b) => a.plannedStartAt.localeCompare(b.plannedStartAt));
      spans.slice(1).forEach((span, index) => {
        expect(Date.parse(span.plannedStartAt)).toBeGreaterThanOrEqual(Date.parse(spans[index]?.plannedEndAt ?? ''));
      });
    }
  }
});

test('everyone has the skill that his appointments ask for', () => {
  for (const { skillRequirements, assignments } of planned) {
    const doer = started.company.crew.find(({ technician }) => technician.id === assignments[0]?.technicianId);
    for (const { skillId, level } of skillRequirements) {
      const held = doer?.technician.skills.find((skill) => skill.skillId === skillId);
      expect(held?.level).toBeGreaterThanOrEqual(level);
    }
  }
});

test('yesterday is done, today is under way, tomorrow is to come', () => {
  const statusesOn = (day: string) => new Set(planned.filter((one) => one.day === day).map(({ status }) => status));
  expect([...statusesOn('2026-11-23')].every((status) => status === 'completed' || status === 'cannot-complete')).toBe(
    true,
  );
  for (const status of ['completed', 'on-site', 'travelling', 'dispatched'] as const) {
    expect(statusesOn('2026-11-24')).toContain(status);
  }
  expect([...statusesOn('2026-11-25')]).toEqual(['scheduled']);
});

test('nothing happened in the future, and completed work has its required answers', () => {
  for (const { actualStartAt, actualEndAt, status, tasks } of planned) {
    for (const at of [actualStartAt, actualEndAt]) if (at !== undefined) expect(at <= now).toBe(true);
    if (status === 'completed')
      expect(tasks.filter(({ required, value }) => required && value === undefined)).toEqual([]);
  }
});

test('the ledger adds up to what lies on every shelf', () => {
  const movements: StockMovement[] = (started.things.get('stock-movement') ?? []).map((one) =>
    stockMovementSchema.parse(one),
  );
  expect(movements.some(({ kind }) => kind === 'usage')).toBe(true);
  for (const { stockLocationId, partId, quantity } of started.levels) {
    const here = movements.filter((one) => one.stockLocationId === stockLocationId && one.partId === partId);
    expect(levelOf(here)).toBe(quantity);
  }
});
