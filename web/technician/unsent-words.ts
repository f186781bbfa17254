import { formatFor } from '../ui/format.ts';
import { language } from '../ui/language.svelte.ts';
import type { DayState } from './day-state.svelte.ts';
import { t } from './messages.ts';
import type { Step } from './next-step.ts';
import type { Unsent } from './outbox.svelte.ts';

/** What an unsent change is, in words. */
export const unsentWords = (entry: Unsent, day: DayState): string => {
  switch (entry.sort) {
    case 'status':
      return t('sort.status', { value: stepWords(entry.target) });
    case 'task':
      return t('sort.task', { value: taskLabel(entry, day) });
    case 'part':
      return t('sort.part', { value: partWords(entry, day) });
    case 'note':
      return t('sort.note', { value: String(entry.value ?? '') });
    case 'photo':
      return t('sort.photo');
  }
};

const steps: ReadonlySet<string> = new Set<Step>(['accepted', 'travelling', 'on-site', 'completed']);
const isStep = (target: string): target is Step => steps.has(target);

const stepWords = (target = ''): string => (isStep(target) ? t(`status.${target}`) : t('status.cannot-complete'));

const taskLabel = (entry: Unsent, day: DayState): string =>
  day.stop(entry.appointmentId)?.tasks.find((task) => task.key === entry.target)?.label ?? '';

const partWords = (entry: Unsent, day: DayState): string => {
  const name = day.day?.parts.find((part) => part.id === entry.target)?.name ?? '';
  const quantity = formatFor(language.current, 'UTC').number(Number(entry.value));
  return t('partLine', { quantity, name });
};
