import type { ConsoleState } from '../state/console-state.svelte.ts';
import type { WantedMove } from '../state/send-moves.ts';
import { listHeldTo, type HeldTo } from '../../../shared/protocol/endpoints/contracts.ts';
import { dayWithoutWays } from '../../../shared/routing/problem-of-day.ts';
import { askWays, type AskedWays } from './ask-ways.ts';
import { changedDay } from './changed-day.ts';
import type { WhatIfAnswer, WhatIfQuestion } from './compare-days.ts';
import { appointmentsIn, dayCopyOf, type DayCopy } from './day-copy.ts';
import { dayHeldTo } from './day-held-to.ts';
import { t } from './messages.ts';
import { wantedMoves } from './wanted-moves.ts';
import { subjectOf, type WhatIfChange } from './what-if-change.ts';

type Ask = (question: WhatIfQuestion, tell: (share: number) => void, signal: AbortSignal) => Promise<WhatIfAnswer>;

/** The same changes to the same day give the same plan. */
const seed = 1;

/** A copy of the day to try things in: nothing leaves it before it is applied. */
export class WhatIfState {
  changes: readonly WhatIfChange[] = $state.raw([]);
  /** From 0 to 1 while it is planned. */
  share: number | undefined = $state();
  answer: WhatIfAnswer | undefined = $state.raw();
  failure: 'failed' | 'refused' | undefined = $state();
  applying = $state(false);
  readonly day: DayCopy | undefined;
  readonly #desk: ConsoleState;
  readonly #ask: Ask;
  #giveUp = new AbortController();

  /** What applying would do on the real board. */
  readonly moves: readonly WantedMove[] = $derived.by(() => this.#moves());
  /** Visits that only a technician who is not there could make. */
  readonly needMore = $derived.by(
    () =>
      this.answer?.routes.filter(({ technicianId }) => !this.#isReal(technicianId)).flatMap(({ stops }) => stops)
        .length ?? 0,
  );

  constructor(desk: ConsoleState, ask: Ask) {
    this.#desk = desk;
    this.#ask = ask;
    this.day = dayCopyOf(desk);
  }

  /** Adds a change, in place of an earlier one about the same thing; what was worked out no longer counts. */
  add(change: WhatIfChange): void {
    this.#set([...this.changes.filter((one) => subjectOf(one) !== subjectOf(change)), change]);
  }

  remove(change: WhatIfChange): void {
    this.#set(this.changes.filter((one) => one !== change));
  }

  nextTechnicianId(): string {
    return `more-${this.changes.filter(({ kind }) => kind === 'technician').length + 1}`;
  }

  /** Who it is, those of the copy included. */
  nameOf(technicianId: string): string {
    const more = this.changes.find((change) => change.kind === 'technician' && change.id === technicianId);
    if (more?.kind === 'technician') return t('oneLike', { name: this.#desk.nameOf(more.likeId) });
    return this.#desk.nameOf(technicianId);
  }

  async run(): Promise<void> {
    if (!this.day) return;
    this.cancel();
    const { signal } = this.#giveUp;
    this.share = 0;
    this.failure = undefined;
    try {
      const held = await this.#heldTo(this.day, signal);
      const [now, changed] = [this.day, changedDay(this.day, this.changes)].map((day) => dayHeldTo(day, held));
      if (signal.aborted || !now || !changed) return;
      const ways = await this.#waysOf([now, changed], signal);
      if (signal.aborted) return;
      const question = { now, changed, seed, ways };
      const answer = await this.#ask(question, (share) => !signal.aborted && (this.share = share), signal);
      if (!signal.aborted) this.answer = answer;
    } catch {
      if (!signal.aborted) this.failure = 'failed';
    }
    if (!signal.aborted) this.share = undefined;
  }

  cancel(): void {
    this.#giveUp.abort();
    this.#giveUp = new AbortController();
    this.share = undefined;
  }

  /** Makes the real day like the copy by the usual moves, which Z takes back; false where something was refused. */
  async apply(): Promise<boolean> {
    this.applying = true;
    const done = await this.#desk.commands.move(this.moves, t('applied'));
    this.applying = false;
    if (!done) this.failure = 'refused';
    return done;
  }

  #set(changes: readonly WhatIfChange[]): void {
    this.cancel();
    this.changes = changes;
    this.answer = undefined;
    this.failure = undefined;
  }

  /** Without an answer nothing is planned: work must not go to whom a contract forbids. */
  async #heldTo({ territory, day }: DayCopy, signal: AbortSignal): Promise<readonly HeldTo[]> {
    const params = { territoryId: territory.id, day };
    return (await this.#desk.api.call(listHeldTo, { params }, { signal })).appointments;
  }

  /** The planner's own driving times; without an answer the copy is planned by the estimate, and says so. */
  async #waysOf(days: readonly DayCopy[], signal: AbortSignal): Promise<AskedWays | undefined> {
    const { api } = this.#desk;
    const places = days.flatMap((day) => dayWithoutWays(day).positions);
    const [copy] = days;
    if (!copy) return undefined;
    const question = { territoryId: copy.territory.id, day: copy.day, places };
    return askWays(api, question, signal).catch(() => undefined);
  }

  #isReal(technicianId: string): boolean {
    return this.#desk.catalogue.technicians.has(technicianId);
  }

  #moves(): WantedMove[] {
    const { answer, day } = this;
    if (!answer || !day) return [];
    // As they stood when the copy was made: what others moved since is refused by the command itself.
    const copied = appointmentsIn(day);
    return wantedMoves(
      answer.routes,
      (id) => copied.get(id),
      (id) => this.#isReal(id),
    );
  }
}
