import type { CoverageFacts } from '../../model/coverage-facts.ts';
import type { Part } from '../../model/part.ts';
import type { Visit } from '../../model/technician-view.ts';
import { causesOfWork } from './causes-of-work.ts';
import { linesOf } from './covered-work.ts';

/** What coverage is decided from after what was done at a visit without signal: its own lines and causes as they are now, all else as it was told. */
export const factsAtVisit = (
  { appointment, partUsages, coverageFacts, inWork }: Visit,
  parts: readonly Part[],
): CoverageFacts => {
  if (!inWork) return coverageFacts;
  const { number, otherCauses } = inWork;
  const own = linesOf(appointment, number, partUsages, parts);
  const { causes: _before, ...work } = coverageFacts.work;
  const causes = causesOfWork(otherCauses, [appointment]);
  return {
    ...coverageFacts,
    work: {
      labour: replaced(work.labour, own.labour, (id) => id === `labour-${number}`),
      travel: replaced(work.travel, own.travel, (id) => id === `travel-${number}`),
      parts: replaced(work.parts, own.parts, (id) => id.startsWith(`part-${number}-`)),
      ...(causes.length > 0 && { causes }),
    },
  };
};

const replaced = <Line extends { readonly id: string }>(
  before: readonly Line[],
  own: readonly Line[],
  isOwn: (id: string) => boolean,
): Line[] => [...before.filter(({ id }) => !isOwn(id)), ...own];
