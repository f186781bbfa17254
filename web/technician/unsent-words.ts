import { formatFor } from '../ui/format.ts';
import { language } from '../ui/language.svelte.ts';
import type { KeptMutation } from '../sync/kept.ts';
import type { DayState } from './day-state.svelte.ts';
import { t } from './messages.ts';

/** What a change is, in words. */
export const mutationWords = ({ name, args }: Pick<KeptMutation, 'name' | 'args'>, day: DayState): string => {
  switch (name) {
    case 'answer-task':
      return t('change.answer-task', {
        label: taskLabel(day, args.appointmentId, args['key']),
        value: valueWords(args['value']),
      });
    case 'use-part':
    case 'return-part':
    case 'request-part':
      return t(`change.${name}`, {
        part: t('partLine', { quantity: numberWords(args['quantity']), name: partName(day, args['partId']) }),
      });
    case 'swap-part':
      return t('change.swap-part', { name: partName(day, args['partId']), serial: String(args['fittedSerial']) });
    case 'fetch-part':
      return t('change.fetch-part', { name: partName(day, args['partId']) });
    case 'read-meter':
      return t('change.read-meter', { meter: String(args['meter']), reading: numberWords(args['reading']) });
    case 'add-note':
    case 'request-help':
    case 'raise-lead':
      return t(`change.${name}`, { text: String(args['text']) });
    case 'record-causes':
      return t('change.record-causes', { text: wordsOf(args['causes']) });
    case 'sign':
      return t('change.sign', { name: String(args['signedBy']) });
    default:
      return t(`change.${name}`);
  }
};

export const partName = (day: DayState, partId: unknown): string =>
  day.view?.parts.find(({ id }) => id === partId)?.name ?? String(partId);

const taskLabel = (day: DayState, appointmentId: string, key: unknown): string =>
  day.stop(appointmentId)?.tasks.find((task) => task.key === key)?.label ?? String(key);

const wordsOf = (causes: unknown): string => (Array.isArray(causes) && causes.length > 0 ? causes.join(', ') : '–');

const numberWords = (value: unknown): string => formatFor(language.current, 'UTC').number(Number(value));

export const valueWords = (value: unknown): string => {
  if (value === true) return '✓';
  if (value === null || value === undefined || value === false) return '–';
  return typeof value === 'number' ? numberWords(value) : String(value);
};
