import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';
import type { DropVerdict } from './drop-verdict.ts';
import { whyWords } from './why-words.ts';

/** "+9 min, keeps all promises", or what it breaks, or why it cannot be. */
export const verdictWords = (verdict: DropVerdict, format: Format): string => {
  switch (verdict.kind) {
    case 'refused':
      return refusalWords(verdict.reason, verdict.values, format);
    case 'breaks':
      return t('drop.breaks', {
        added: addedWords(verdict, format),
        what: verdict.broken.map(({ reason, values }) => refusalWords(reason, values, format)).join(t('list.comma')),
      });
    case 'keeps':
      return keepsWords(verdict, format);
  }
};

export const verdictTone = (verdict: DropVerdict): 'fine' | 'risk' | 'late' => {
  if (verdict.kind === 'keeps') return verdict.strain ? 'risk' : 'fine';
  return verdict.kind === 'breaks' ? 'risk' : 'late';
};

const keepsWords = (verdict: DropVerdict & { kind: 'keeps' }, format: Format): string => {
  const { strain } = verdict;
  if (!strain) return t('drop.keeps', { added: addedWords(verdict, format) });
  if (strain.kind === 'others-preferred')
    return t('drop.othersPreferred', { names: strain.names.join(t('list.comma')) });
  if (strain.kind === 'too-short') return t('drop.tooShort', { missing: format.duration(strain.missingSeconds) });
  return t('drop.delaysNext', { next: strain.next.subject, by: format.duration(strain.bySeconds) });
};

/** "+9 min", "−4 min", or "±0" where it is less than half a minute; and whether that is only an estimate. */
export const addedWords = (
  {
    addedTravelSeconds: seconds,
    isEstimate,
  }: Pick<DropVerdict & { kind: 'keeps' }, 'addedTravelSeconds' | 'isEstimate'>,
  format: Format,
): string => {
  const added = Math.abs(seconds) < 30 ? '±0' : `${seconds < 0 ? '−' : '+'}${format.duration(seconds)}`;
  return isEstimate ? t('drop.estimate', { added }) : added;
};

type Values = Readonly<Record<string, string | number>>;

/** A refusal with its facts: the skill by name, the times in the territory's zone. */
export const refusalWords = (reason: string, values: Values, format: Format): string => {
  const skill = String(values['skill'] ?? '');
  const level = Number(values['level'] ?? 1);
  if (reason === 'skill-missing' && skill) return t('reason.skill-missing', { skill, level });
  if (reason === 'skill-level-too-low' && skill) {
    return t('reason.skill-level-too-low', { skill, level, heldLevel: Number(values['heldLevel'] ?? 0) });
  }
  if (reason === 'certificate-expired' && skill) {
    return t('reason.certificate-expired', { skill, day: format.date(String(values['expiredOn'])) });
  }
  if (reason === 'after-due-time' && values['dueBy']) {
    return t('reason.after-due-time', { time: format.time(String(values['dueBy'])) });
  }
  if (reason === 'out-of-order' && values['overAt']) {
    return t('reason.out-of-order.before', { time: format.weekdayAndTime(String(values['overAt'])) });
  }
  if (reason === 'out-of-order' && values['beginsAt']) {
    return t('reason.out-of-order.after', { time: format.weekdayAndTime(String(values['beginsAt'])) });
  }
  if (values['from'] && values['to']) {
    const span = format.timeSpan(String(values['from']), String(values['to']));
    if (reason === 'double-booking') return t('reason.double-booking', { span });
    if (reason === 'absent') return t('reason.absent', { span });
    if (reason === 'outside-arrival-window') return t('reason.outside-arrival-window', { span });
  }
  return whyWords(reason, values) ?? reason;
};
