import type { CoverageLine } from '../../../shared/model/coverage-decision.ts';
import type { CoveredWork } from '../../../shared/model/coverage-facts.ts';
import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';

/** What is called by name here. */
export interface Names {
  readonly parts: ReadonlyMap<string, { readonly name: string }>;
  readonly workTypes: ReadonlyMap<string, { readonly name: string }>;
}

/** What a line is about: so much labour of a kind, so far a way, so many of a part. */
export const lineWords = ({ id, kind }: CoverageLine, work: CoveredWork, names: Names, format: Format): string => {
  const labour = kind === 'labour' ? work.labour.find((one) => one.id === id) : undefined;
  if (labour) {
    const what = names.workTypes.get(labour.workTypeId)?.name ?? t('line.labour');
    return t('line.labourOf', { what, time: format.duration(labour.seconds) });
  }
  const way = kind === 'travel' ? work.travel.find((one) => one.id === id) : undefined;
  if (way) return t('line.travelOf', { way: format.distance(way.metres) });
  const part = kind === 'part' ? work.parts.find((one) => one.id === id) : undefined;
  if (part) {
    const what = names.parts.get(part.partId)?.name ?? t('line.part');
    return t('line.partOf', { what, count: part.quantity });
  }
  return t(`line.${kind}`);
};
