import type { RouteRule } from '../kernel/kernel.ts';
import { keptPosition } from './kept-position.ts';
import { loadOnTheWay } from './load-on-the-way.ts';
import { mostTimeAway } from './most-time-away.ts';
import { mostTravel } from './most-travel.ts';
import { urgentFirst } from './urgent-first.ts';

/** Every rule that must see a whole route; a new one is a file and a line here. */
export const routeRules: readonly RouteRule[] = [mostTimeAway, mostTravel, loadOnTheWay, urgentFirst, keptPosition];
