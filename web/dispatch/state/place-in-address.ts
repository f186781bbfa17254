import { appointmentStatus, type AppointmentStatus } from '../../../shared/model/appointment.ts';
import { priority as priorities, type Priority } from '../../../shared/model/priority.ts';
import { zoomOf, type Zoom } from '../board/zoom.ts';
import { boardSpans, type BoardSpan } from './board-days.ts';

/** What is being looked at, kept in the page's address so that it can be sent to a colleague and survives a reload. */
export interface Place extends Filters {
  readonly territory: string | undefined;
  readonly day: string | undefined;
  readonly view: View;
  readonly span: BoardSpan;
  readonly zoom: Zoom;
  /** The appointment or request whose panel is open. */
  readonly open: string | undefined;
  /** The plan under review, or worked on. */
  readonly plan: string | undefined;
}

/** What queue, map and board are narrowed to. */
export interface Filters {
  readonly queue: QueueFilter;
  readonly workType: string | undefined;
  readonly skill: string | undefined;
  readonly state: AppointmentStatus | undefined;
  readonly priority: Priority | undefined;
  readonly customer: string | undefined;
  readonly words: string;
}
/** What fills the page, in the order of the digits that lead there. */
export const views = [
  'board',
  'figures',
  'territories',
  'technicians',
  'customers',
  'work-types',
  'exchange',
  'settings',
  'assets',
  'contracts',
  'stock',
] as const;
/** 1 leads to the first one, 0 to the tenth; what stands after it has no digit. */
export const viewOfDigit = (key: string) => (/^\d$/.test(key) ? views[(Number(key) + 9) % 10] : undefined);

/** A plan lies over the board. */
export type View = (typeof views)[number] | 'plan';

/** Whether queue, map and board are seen there. */
export const showsBoard = (view: View): view is 'board' | 'plan' => view === 'board' || view === 'plan';

export type QueueFilter = 'all' | 'urgent' | 'requests';

const queueFilters: readonly QueueFilter[] = ['all', 'urgent', 'requests'];

export const noFilters: Filters = {
  queue: 'all',
  workType: undefined,
  skill: undefined,
  state: undefined,
  priority: undefined,
  customer: undefined,
  words: '',
};

export const placeOf = (search: string): Place => {
  const query = new URLSearchParams(search);
  const day = query.get('day') ?? '';
  return {
    ...filtersOf(query),
    territory: query.get('territory') ?? undefined,
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
    view: [...views, 'plan' as const].find((view) => view === query.get('view')) ?? 'board',
    span: boardSpans.find((span) => String(span) === query.get('days')) ?? 1,
    zoom: zoomOf(query.get('zoom')),
    open: query.get('open') ?? undefined,
    plan: query.get('plan') ?? undefined,
  };
};

const filtersOf = (query: URLSearchParams): Filters => ({
  queue: queueFilters.find((filter) => filter === query.get('queue')) ?? 'all',
  workType: query.get('work-type') ?? undefined,
  skill: query.get('skill') ?? undefined,
  state: appointmentStatus.safeParse(query.get('state')).data,
  priority: priorities.safeParse(query.get('priority')).data,
  customer: query.get('customer') ?? undefined,
  words: query.get('words') ?? '',
});

export const searchOf = (place: Place): string => {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined, usual: string | number = '') => {
    if (value !== undefined && value !== usual) query.set(name, String(value));
  };
  set('territory', place.territory);
  set('day', place.day);
  set('view', place.view, 'board');
  set('days', place.span, 1);
  set('zoom', place.zoom, 'fit');
  set('open', place.open);
  set('plan', place.plan);
  set('queue', place.queue, 'all');
  set('work-type', place.workType);
  set('skill', place.skill);
  set('state', place.state);
  set('priority', place.priority);
  set('customer', place.customer);
  set('words', place.words);
  const text = query.toString();
  return text === '' ? location.pathname : `?${text}`;
};
