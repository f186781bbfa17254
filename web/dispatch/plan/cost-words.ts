import type { PlannedRouteCosts, PlannedStopCosts } from '../../../shared/model/plan.ts';
import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';

const parts = ['waiting', 'overtime', 'lateness', 'otherTechnician', 'change'] as const;

/** What a stop or a route costs, by part, each as the driving that it counts as. */
export const costWords = (
  travelSeconds: number,
  costs: (PlannedStopCosts & PlannedRouteCosts) | undefined,
  format: Pick<Format, 'duration'>,
): string => {
  const others = parts.flatMap((part) => {
    const seconds = costs?.[part];
    return seconds ? [t('plan.cost.part', { part: t(`plan.cost.${part}`), seconds: format.duration(seconds) })] : [];
  });
  return [t('plan.cost.travel', { seconds: format.duration(travelSeconds) }), ...others].join(t('plan.cost.comma'));
};
