import { t } from '../messages.ts';

/** A rule's reason in words; undefined for one that this console does not know yet. */
export const whyWords = (reason: string, values: Values = {}): string | undefined => known[reason]?.(values);

type Values = Readonly<Record<string, string | number>>;

const known: Readonly<Record<string, (values: Values) => string>> = {
  'not-in-territory': () => t('why.not-in-territory'),
  inactive: () => t('why.inactive'),
  'off-shift': () => t('why.off-shift'),
  absent: () => t('why.absent'),
  'skill-missing': () => t('why.skill-missing'),
  'skill-level-too-low': () => t('why.skill-level-too-low'),
  'certificate-expired': () => t('why.certificate-expired'),
  'part-not-on-van': () => t('why.part-not-on-van'),
  'no-free-time': () => t('why.no-free-time'),
  'after-due-time': () => t('why.after-due-time'),
  'outside-arrival-window': () => t('why.outside-arrival-window'),
  'technician-not-allowed': ({ clause }) =>
    clause === undefined
      ? t('why.technician-not-allowed')
      : t('reason.technician-not-allowed', { clause: String(clause) }),
  overloaded: () => t('why.overloaded'),
  'out-of-order': () => t('why.out-of-order'),
  'too-many-stops': () => t('why.too-many-stops'),
  'double-booking': () => t('why.double-booking'),
  'part-not-there': () => t('why.part-not-there'),
  'in-the-past': () => t('why.in-the-past'),
  'before-earliest-start': () => t('why.before-earliest-start'),
  'crew-incomplete': () => t('why.crew-incomplete'),
  'wrong-state': () => t('why.wrong-state'),
  'changed-meanwhile': () => t('problem.changed-meanwhile'),
};
