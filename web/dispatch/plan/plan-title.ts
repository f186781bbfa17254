import type { ConsoleState } from '../state/console-state.svelte.ts';

/** Of which territories and days the plan is that is asked for or looked at. */
export const planTitle = ({ plan: review, catalogue, format }: ConsoleState): string => {
  const { wish, plan } = review;
  const ids = plan?.territoryIds ?? wish?.territoryIds ?? [];
  const names = catalogue.territories.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const days = plan?.days ?? (wish ? [wish.fromDay] : []);
  const [first, last] = [days[0], days.at(-1)];
  const span = [...new Set([first, last])].flatMap((day) => (day === undefined ? [] : [format.day(day)]));
  return `${names.join(', ')} · ${span.join(' – ')}`;
};
