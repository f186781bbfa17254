import type { Format } from '../../ui/format.ts';
import type { Eta } from '../../../shared/model/position-fix.ts';
import { t } from './messages.ts';

/** When he is expected, as a span, and that it is an estimate where it is one. */
export const etaWords = ({ from, to, estimate }: Eta, format: Pick<Format, 'time'>): string =>
  t(estimate ? 'eta.estimate' : 'eta', { from: format.time(from), to: format.time(to) });

/** The same where there is little room. */
export const etaInShort = ({ from, to, estimate }: Eta, format: Pick<Format, 'time'>): string =>
  `${estimate ? '~' : ''}${format.time(from)}–${format.time(to)}`;
