import type { Visit } from './visit-state.svelte.ts';

/** What the page says first, before any map. */
export type Headline =
  | { readonly say: 'received' | 'unfinished' | 'cancelled' | 'done' }
  | { readonly say: 'booked' | 'here' | 'on-the-way' | 'any-moment' }
  | { readonly say: 'arrives-in'; readonly minutes: number };

export const headlineOf = (visit: Pick<Visit, 'status' | 'onTheWay'>, now: number): Headline => {
  switch (visit.status) {
    case 'unscheduled':
      return { say: 'received' };
    case 'scheduled':
    case 'dispatched':
    case 'accepted':
      return { say: 'booked' };
    case 'travelling':
      return arrival(visit.onTheWay?.eta, now);
    case 'on-site':
      return { say: 'here' };
    case 'completed':
      return { say: 'done' };
    case 'cannot-complete':
      return { say: 'unfinished' };
    case 'cancelled':
      return { say: 'cancelled' };
  }
};

/** Minutes to the middle of the span, which is the likeliest arrival. */
const arrival = (eta: { readonly from: string; readonly to: string } | undefined, now: number): Headline => {
  if (eta === undefined) return { say: 'on-the-way' };
  const middle = (Date.parse(eta.from) + Date.parse(eta.to)) / 2;
  const minutes = Math.round((middle - now) / 60_000);
  return minutes < 1 ? { say: 'any-moment' } : { say: 'arrives-in', minutes };
};

export type Stage = 'booked' | 'on-the-way' | 'here';

/** The stages the line of dots shows, with how far it has come; undefined where there is nothing to follow. */
export const stageOf = (status: Visit['status']): Stage | undefined => {
  if (status === 'scheduled' || status === 'dispatched' || status === 'accepted') return 'booked';
  if (status === 'travelling') return 'on-the-way';
  return status === 'on-site' ? 'here' : undefined;
};
