import type { CoveredShares } from '../../../shared/model/warranty.ts';
import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';

/** Labour 100 %, parts 50 %, travel 0 %. */
export const sharesWords = ({ labour, parts, travel }: CoveredShares, format: Format): string =>
  t('shares', { labour: format.percent(labour), parts: format.percent(parts), travel: format.percent(travel) });
