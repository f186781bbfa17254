import type { Api } from '../../api/api.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import type { Plan, PlannedStop } from '../../../shared/model/plan.ts';
import { acceptPlan, discardPlan, getPlan, requestPlan } from '../../../shared/protocol/endpoints/plans.ts';
import { t } from '../messages.ts';
import { choiceOf, withChoice } from './chosen.ts';
import { problemWords } from './problem-words.ts';

/** A stop that the plan would change, with who would go. */
export interface PlannedChange extends PlannedStop {
  readonly technicianId: string;
}

interface Deps {
  readonly api: Api;
  /** Tells when the planner's news may have been missed; a live change usually comes first. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  /** Reads appointments that the board does not know: the planner looks deeper into the backlog than the board does. */
  readonly know: (appointmentIds: readonly string[]) => Promise<void>;
}

const askEveryMilliseconds = 1500;

/** One proposal from the request to its acceptance. Nothing on the board changes before it is accepted. */
export class PlanReview {
  plan: Plan | undefined = $state.raw();
  /** Those that are to be accepted. */
  chosen: ReadonlySet<string> = $state.raw(choiceOf([]));
  busy = $state(false);
  readonly changes: readonly PlannedChange[] = $derived(
    (this.plan?.status === 'proposed' ? this.plan.routes : []).flatMap(({ technicianId, stops }) =>
      stops.filter(({ change }) => change !== 'kept').map((stop) => ({ ...stop, technicianId })),
    ),
  );
  readonly #deps: Deps;
  #cancelAsking = (): void => {};

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get isOpen(): boolean {
    return this.plan !== undefined;
  }

  async request(territoryId: string, day: string): Promise<void> {
    this.busy = true;
    await this.#telling(async () => {
      this.#show(await this.#deps.api.call(requestPlan, { params: { territoryId, day }, body: {} }));
    });
    this.busy = false;
  }

  /** The live connection says that a plan has changed. */
  heard(planId: string): void {
    if (this.plan?.id === planId && this.plan.status === 'requested') void this.#ask(planId);
  }

  choose(appointmentId: string, wanted: boolean): void {
    this.chosen = withChoice(this.chosen, appointmentId, wanted);
  }

  chooseAll(wanted: boolean): void {
    this.chosen = choiceOf(wanted ? this.changes.map(({ appointmentId }) => appointmentId) : []);
  }

  async accept(): Promise<void> {
    const { plan } = this;
    if (!plan) return;
    this.busy = true;
    await this.#telling(async () => {
      const all = this.chosen.size === this.changes.length;
      const answer = await this.#deps.api.call(acceptPlan, {
        params: { planId: plan.id },
        body: all ? {} : { appointmentIds: [...this.chosen] },
      });
      const refused = answer.refused.length;
      toasts.show({
        tone: refused > 0 ? 'late' : 'fine',
        text: t('plan.accepted', { count: answer.accepted.length }),
        ...(refused > 0 && { detail: t('plan.refused', { count: refused }) }),
      });
      this.close();
    });
    this.busy = false;
  }

  async discard(): Promise<void> {
    const { plan } = this;
    this.close();
    if (plan) await this.#telling(() => this.#deps.api.call(discardPlan, { params: { planId: plan.id }, body: {} }));
  }

  close(): void {
    this.#cancelAsking();
    this.plan = undefined;
  }

  #show(plan: Plan): void {
    this.plan = plan;
    this.chooseAll(true);
    this.#cancelAsking();
    if (plan.status === 'requested') {
      this.#cancelAsking = this.#deps.later(() => void this.#ask(plan.id), askEveryMilliseconds);
    }
  }

  async #ask(planId: string): Promise<void> {
    await this.#telling(async () => {
      const plan = await this.#deps.api.call(getPlan, { params: { planId } });
      await this.#deps.know(plan.routes.flatMap(({ stops }) => stops.map(({ appointmentId }) => appointmentId)));
      if (this.plan?.id === planId) this.#show(plan);
    });
  }

  async #telling(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (fault) {
      toasts.show({ tone: 'late', text: t('refused.any'), detail: problemWords(fault) });
    }
  }
}
