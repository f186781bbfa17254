import type { Actor } from '../../shared/model/history-entry.ts';
import type { OpenClocks } from '../../shared/model/sla.ts';
import { untoldMarks } from '../../shared/rules/sla/next-mark.ts';
import { slaClocks } from '../../shared/rules/sla/sla-clocks.ts';
import { openClocksEntity } from '../store/entities/open-clocks.ts';
import { standingOf } from '../store/keep-clocks.ts';
import { clocksDue } from '../store/questions/clocks.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { Round } from './round.ts';
import type { TimersDeps } from './timers-deps.ts';

const watch: Actor = { kind: 'system', id: 'clock-watch', name: 'Fieldline' };
/** As many as one round writes within its time; the next round takes the rest. */
const mostClocks = 500;

/**
 * Tells of marks that promised times have passed, each once: what was told is written down with the telling, under the version
 * that was read, so that a round that comes late or twice changes nothing. Everything is computed anew from the history.
 */
export const watchClocks = async (
  deps: TimersDeps,
  tenantId: string,
): Promise<Pick<Round, 'promisesWarned' | 'promisesBroken'>> => {
  const now = deps.clock().toISOString();
  const round = { promisesWarned: 0, promisesBroken: 0 };
  for (const open of await clocksDue(deps.table, tenantId, now, mostClocks)) {
    const told = await tell(deps, tenantId, open, now);
    round.promisesWarned += told.warned;
    round.promisesBroken += told.broken;
  }
  return round;
};

const tell = async (
  deps: TimersDeps,
  tenantId: string,
  open: OpenClocks,
  now: string,
): Promise<{ readonly warned: number; readonly broken: number }> => {
  const marks = untoldMarks(slaClocks(open.terms, open.events, now), open.told);
  const work = beginWork({ ...deps, tenantId, now });
  // Of several that passed since the last round only the last one is news.
  const news = marks.filter(({ clock, percent }) => clock.marks.at(-1)?.percent === percent && !clock.endedAt);
  for (const { clock, percent, at } of news) {
    const event = percent === 100 ? 'work-order.promise-breached' : 'work-order.promise-warned';
    work.record(open.workOrderId, event, watch, { clock: clock.kind, percent, passedAt: at });
  }
  const { nextAt: _passed, ...rest } = open;
  const toldNow = [...open.told, ...marks.map(({ name }) => name)];
  work.update(openClocksEntity, open, { ...rest, told: toldNow, ...standingOf(open, now) });
  // Where it changed meanwhile the next round looks at it as it stands then.
  if (!(await work.commit()).ok) return { warned: 0, broken: 0 };
  const broken = news.filter(({ percent }) => percent === 100).length;
  return { warned: news.length - broken, broken };
};
