/** What is being looked at, kept in the page's address so that it can be sent to a colleague and survives a reload. */
export interface Place {
  readonly territory: string | undefined;
  readonly day: string | undefined;
  readonly view: 'board' | 'figures';
  /** The appointment or request whose panel is open. */
  readonly open: string | undefined;
  readonly queue: QueueFilter;
  readonly workType: string | undefined;
  readonly words: string;
}
export type QueueFilter = 'all' | 'urgent' | 'requests';

const filters: readonly QueueFilter[] = ['all', 'urgent', 'requests'];

export const placeOf = (search: string): Place => {
  const query = new URLSearchParams(search);
  const day = query.get('day') ?? '';
  return {
    territory: query.get('territory') ?? undefined,
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
    view: query.get('view') === 'figures' ? 'figures' : 'board',
    open: query.get('open') ?? undefined,
    queue: filters.find((filter) => filter === query.get('queue')) ?? 'all',
    workType: query.get('work-type') ?? undefined,
    words: query.get('words') ?? '',
  };
};

export const searchOf = (place: Place): string => {
  const query = new URLSearchParams();
  if (place.territory) query.set('territory', place.territory);
  if (place.day) query.set('day', place.day);
  if (place.view !== 'board') query.set('view', place.view);
  if (place.open) query.set('open', place.open);
  if (place.queue !== 'all') query.set('queue', place.queue);
  if (place.workType) query.set('work-type', place.workType);
  if (place.words) query.set('words', place.words);
  const text = query.toString();
  return text === '' ? location.pathname : `?${text}`;
};
