import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { PlanReview } from '../../../web/dispatch/state/plan-review.svelte.ts';
import type { Callable } from '../../../web/api/route.ts';
import { toasts } from '../../../web/ui/toasts.svelte.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';
import { anId } from '../../builders/an-id.ts';
import { anApi } from '../an-api.ts';

const tuesday = '2026-05-12';
const wednesday = '2026-05-13';
const rosa = anId('technician');
const [first, second] = [anAppointment(), anAppointment()];
const wish = { territoryIds: [homeTerritoryId], fromDay: tuesday, days: 2 };
const requested = aPlan({
  days: [tuesday, wednesday],
  progress: { parts: 2, partsDone: 0, partsFailed: 0, placed: 0 },
});
const proposed = { ...requested, status: 'proposed' as const, changes: 2 };
const parts = [tuesday, wednesday].map((day) => aPlanPart(proposed, { day, status: 'done', pages: 1, changes: 1 }));

const proposalOf = (day: string) => {
  const appointment = day === tuesday ? first : second;
  const stop = {
    appointmentId: appointment.id,
    plannedStartAt: `${day}T14:00:00.000Z`,
    plannedEndAt: `${day}T15:00:00.000Z`,
    ...{ travelSeconds: 600, travelMetres: 4000, change: 'added', appointmentVersion: 1 },
  };
  const routes = [{ technicianId: rosa, stops: [stop], travelSeconds: 600, travelMetres: 4000 }];
  const part = parts.find((one) => one.day === day);
  return { part, routes, unassigned: [], promised: [], appointments: [appointment] };
};

/** A server of which a test says what it answers, by the endpoint's path and method. */
const answers = new Map<string, (given: { params: { day: string }; body: { appointmentIds: string[] } }) => unknown>();
const asked: string[] = [];
let askAgain: (() => void) | undefined;
const learned: string[] = [];
const kept: (string | undefined)[] = [];
let review: PlanReview;

beforeEach(() => {
  answers.clear();
  asked.length = 0;
  learned.length = 0;
  kept.length = 0;
  askAgain = undefined;
  const call = async ({ method, path }: Callable & { method: string }, given: never) => {
    const name = `${method} ${path.replace('/v1/plans', '')}`;
    asked.push(name);
    const answer = answers.get(name);
    if (!answer) throw new NetworkDown();
    return answer(given);
  };
  review = new PlanReview({
    api: anApi(call),
    later: (run) => {
      askAgain = run;
      return () => (askAgain = undefined);
    },
    keep: (planId) => kept.push(planId),
    learn: (appointments) => learned.push(...appointments.map(({ id }) => id)),
  });
  answers.set('GET /{planId}/territories/{territoryId}/days/{day}', ({ params }) => proposalOf(params.day));
});
afterEach(() => toasts.list.forEach(({ id }) => toasts.dismiss(id)));

const openReview = async () => {
  answers.set('POST ', () => requested);
  await review.request(wish);
  answers.set('GET /{planId}', () => ({ ...proposed, parts }));
  askAgain?.();
  await vi.waitFor(() => expect(review.plan?.status).toBe('proposed'));
};

test('a plan that nobody answers for is told of, stays in sight and can be asked for again', async () => {
  await review.request(wish);
  expect(review).toMatchObject({ isOpen: true, isWorking: false, wish });
  expect(review.trouble).toBeDefined();
  answers.set('POST ', () => requested);
  await review.request(wish);
  expect(review).toMatchObject({ isWorking: true, wish: undefined, trouble: undefined });
});

test('a server that goes away while it plans is told of, and asked on until it is back', async () => {
  answers.set('POST ', () => requested);
  await review.request(wish);
  askAgain?.();
  await vi.waitFor(() => expect(review.trouble).toBeDefined());
  answers.set('GET /{planId}', () => ({ ...requested, parts }));
  await vi.waitFor(() => expect(askAgain).toBeDefined());
  askAgain?.();
  await vi.waitFor(() => expect(review.trouble).toBeUndefined());
  expect(review.isWorking).toBe(true);
});

test('progress is heard without asking', async () => {
  answers.set('POST ', () => requested);
  await review.request(wish);
  const progress = { parts: 2, partsDone: 1, partsFailed: 0, placed: 14 };
  review.heard({ planId: requested.id, status: 'requested', progress });
  expect(review.plan?.progress).toEqual(progress);
  expect(asked).toEqual(['POST ']);
});

test('a proposal is read part by part, its appointments are learned, and all changes are chosen', async () => {
  await openReview();
  expect(review.changes.map(({ appointmentId, day }) => [appointmentId, day])).toEqual([
    [first.id, tuesday],
    [second.id, wednesday],
  ]);
  expect(learned).toEqual([first.id, second.id]);
  expect([...review.chosen]).toEqual([first.id, second.id]);
});

test('some changes are accepted day by day; what is refused stays in sight with its reason', async () => {
  await openReview();
  answers.set('POST /{planId}/accept', ({ body }) => {
    const [id] = body.appointmentIds;
    const refused = id === second.id ? [{ appointmentId: id, reason: 'changed-meanwhile' }] : [];
    return { plan: proposed, accepted: refused.length > 0 ? [] : [id], refused, remaining: [] };
  });
  await review.accept();
  expect(asked.filter((name) => name.endsWith('accept'))).toHaveLength(2);
  expect(review.refused).toEqual([{ appointmentId: second.id, reason: 'changed-meanwhile' }]);
  expect(review.isOpen).toBe(true);
});

test('an acceptance that breaks off is told of, and can be begun anew', async () => {
  await openReview();
  await review.accept();
  expect(review).toMatchObject({ busy: false, isOpen: true, accepting: undefined });
  expect(review.trouble).toBeDefined();
  answers.set('POST /{planId}/accept', ({ body }) => ({
    ...{ plan: proposed, accepted: body.appointmentIds, refused: [], remaining: [] },
  }));
  await review.accept();
  expect(review.isOpen).toBe(false);
});

test('planning is stopped at the server as well', async () => {
  answers.set('POST ', () => requested);
  answers.set('POST /{planId}/cancel', () => ({ ...requested, status: 'cancelled' }));
  await review.request(wish);
  await review.cancel();
  expect(asked.at(-1)).toBe('POST /{planId}/cancel');
  expect(review.isOpen).toBe(false);
});

test('the address keeps which plan is looked at, until it is left', async () => {
  answers.set('POST ', () => requested);
  await review.request(wish);
  expect(kept.at(-1)).toBe(requested.id);
  review.close();
  expect(kept.at(-1)).toBeUndefined();
});

test('a plan that is still worked on is found again after a reload, goes on, and can be stopped', async () => {
  answers.set('GET /{planId}', () => ({ ...requested, parts }));
  answers.set('POST /{planId}/cancel', () => ({ ...requested, status: 'cancelled' }));
  review.show(requested.id);
  expect(review.isOpen).toBe(true);
  await vi.waitFor(() => expect(review.plan?.progress).toEqual(requested.progress));
  expect(review.isWorking).toBe(true);
  await review.cancel();
  expect(asked.at(-1)).toBe('POST /{planId}/cancel');
});

test('of a plan that was accepted in part only what does not stand yet is chosen after a reload', async () => {
  const stands = { technicianId: rosa, plannedStartAt: `${tuesday}T14:00:00.000Z`, plannedEndAt: '', locked: false };
  answers.set('GET /{planId}', () => ({ ...proposed, status: 'partly-accepted', parts }));
  answers.set('GET /{planId}/territories/{territoryId}/days/{day}', ({ params }) => ({
    ...proposalOf(params.day),
    appointments: [params.day === tuesday ? { ...first, assignments: [stands] } : second],
  }));
  review.show(proposed.id);
  await vi.waitFor(() => expect(review.plan?.status).toBe('partly-accepted'));
  expect([...review.chosen]).toEqual([second.id]);
});

test('a server that is away when the page is loaded is told of and asked again', async () => {
  review.show(requested.id);
  await vi.waitFor(() => expect(review.trouble).toBeDefined());
  answers.set('GET /{planId}', () => ({ ...requested, parts }));
  askAgain?.();
  await vi.waitFor(() => expect(review.plan?.id).toBe(requested.id));
  expect(review.trouble).toBeUndefined();
});

test('looking elsewhere leaves a plan, but not a wish that has no answer yet', async () => {
  await review.request(wish);
  review.show(undefined);
  expect(review.wish).toEqual(wish);
  await openReview();
  review.show(undefined);
  expect(review.isOpen).toBe(false);
});
