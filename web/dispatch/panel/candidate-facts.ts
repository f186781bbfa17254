import type { Candidate } from '../../../shared/protocol/endpoints/appointments.ts';
import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';

type Part = Candidate['parts'][number];

/** One part of a candidate's score in words, from the values behind it. */
export const partWords = (part: Part, format: Format): string => {
  const number = (name: string) => Number(part.values?.[name] ?? 0);
  const minutes = (name: string) => format.duration(number(name) * 60);
  switch (part.name) {
    case 'travel':
      return travelWords(part, minutes('travelMinutes'), number('addedMinutes'), format);
    case 'promise': {
      const isLate = part.values?.['lateMinutes'] !== undefined;
      return isLate
        ? t('fact.promise.late', { late: minutes('lateMinutes') })
        : t('fact.promise.kept', { spare: minutes('spareMinutes') });
    }
    case 'others':
      if (number('broken') > 0) return t('fact.others.broken', { count: number('broken') });
      return number('moved') === 0 ? t('fact.others.none') : t('fact.others.moved', { count: number('moved') });
    case 'skill':
      return number('surplus') === 0 ? t('fact.skill.exact') : t('fact.skill.above', { surplus: number('surplus') });
    case 'parts':
      return number('required') === 0
        ? t('fact.parts.none')
        : t('fact.parts.some', { present: number('present'), required: number('required') });
    case 'workload':
      return t('fact.workload', { percent: format.percent(number('takenPercent')) });
    case 'contract':
      return number('preferred') > 0 ? t('fact.contract.preferred') : t('fact.contract.others');
  }
};

const travelWords = (part: Part, travel: string, addedMinutes: number, format: Format): string => {
  const added = addedMinutes === 0 ? '0' : format.duration(addedMinutes * 60);
  switch (part.values?.['from']) {
    case 'live-position':
      return t('fact.travel.live-position', { travel, added });
    case 'stop-before':
      return t('fact.travel.stop-before', { travel, added });
    default:
      return t('fact.travel.start-place', { travel, added });
  }
};
