import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PlanPreferences } from '../../../shared/model/plan-preferences.ts';
import type { Plan, PlanDisturbance } from '../../../shared/model/plan.ts';
import { cancelPlan, discardPlan, getPlan, requestHorizonPlan } from '../../../shared/protocol/endpoints/plans.ts';
import { t } from '../messages.ts';
import { acceptChanges, type Accepted } from './accept-changes.ts';
import { choiceOf, withChoice } from './chosen.ts';
import {
  changesById,
  changesOf,
  namedBy,
  standingChanges,
  type PartProposal,
  type PlanFile,
  type PlannedChange,
} from './plan-proposals.ts';
import { problemWords } from './problem-words.ts';
import { readProposals } from './read-proposals.ts';

export interface PlanWish {
  readonly territoryIds: readonly string[];
  readonly fromDay: string;
  readonly days: number;
  /** Of a run that is to be repeated. */
  readonly seed?: number;
  /** Other wishes than the company's. */
  readonly preferences?: PlanPreferences;
  /** Only what is disturbed. */
  readonly disturbance?: PlanDisturbance;
}
interface Deps {
  readonly api: Api;
  /** Tells when the planner's news may have been missed; a live change usually comes first. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  /** Takes the appointments that the plan names: the planner looks deeper into the backlog than the board does. */
  readonly learn: (appointments: readonly Appointment[]) => void;
  /** Writes down which plan is looked at, so that a reload finds it again. */
  readonly keep: (planId: string | undefined) => void;
}

const askEveryMilliseconds = 1500;

/** One proposal from the request to its acceptance. Nothing on the board changes before it is accepted. */
export class PlanReview {
  /** What is being asked for, until the server has answered. */
  wish: PlanWish | undefined = $state.raw();
  plan: Plan | undefined = $state.raw();
  proposals: readonly PartProposal[] = $state.raw([]);
  /** Those that are to be accepted. */
  chosen: ReadonlySet<string> = $state.raw(choiceOf([]));
  /** What the last acceptance left as it is. */
  refused: Accepted['refused'] = $state.raw([]);
  /** While something is accepted: how much of how much. */
  accepting: { readonly done: number; readonly total: number } | undefined = $state.raw();
  /** Why the server does not answer, in words; what is asked goes on where it can. */
  trouble: string | undefined = $state.raw();
  busy = $state(false);
  /** The plan that is being read after a reload. */
  reading: string | undefined = $state.raw();
  readonly changes: readonly PlannedChange[] = $derived(changesOf(this.proposals));
  /** The appointments that the parts name, as they stood when they were read. */
  readonly named: ReadonlyMap<string, Appointment> = $derived(
    namedBy(this.proposals.flatMap(({ appointments }) => appointments)),
  );
  readonly #deps: Deps;
  #cancelAsking = (): void => {};
  #giveUp = new AbortController();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get isOpen(): boolean {
    return this.wish !== undefined || this.plan !== undefined || this.reading !== undefined;
  }

  /** Looks at a plan that was asked for before, here or elsewhere; without an id it is left. A wish that has no answer yet stays. */
  show(planId: string | undefined): void {
    if (planId === (this.plan?.id ?? this.reading)) return;
    if (planId === undefined) {
      if (this.plan || this.reading) this.#forget();
      return;
    }
    this.#forget();
    this.reading = planId;
    void this.#resume(planId);
  }

  /** Whether nobody has an answer yet. */
  get isWorking(): boolean {
    return this.busy || this.plan?.status === 'requested';
  }

  /** Asks for a plan; where no answer comes the wish stays in sight with the reason, to be asked again or put aside. */
  async request(wish: PlanWish): Promise<void> {
    this.close();
    const { signal } = this.#giveUp;
    this.wish = wish;
    this.busy = true;
    try {
      const { territoryIds, ...rest } = wish;
      const body = { territoryIds: [...territoryIds], ...rest };
      const plan = await this.#deps.api.call(requestHorizonPlan, { body }, { signal });
      if (signal.aborted) return;
      this.wish = undefined;
      this.#follow(plan);
    } catch (fault) {
      if (!signal.aborted) this.trouble = problemWords(fault);
    }
    if (!signal.aborted) this.busy = false;
  }

  /** The live connection says that a plan has changed. */
  heard({ planId, status, progress }: { planId: string } & Pick<Plan, 'status' | 'progress'>): void {
    if (this.plan?.id !== planId || this.plan.status !== 'requested') return;
    if (status === 'requested') this.plan = { ...this.plan, progress };
    else void this.#ask(planId);
  }

  choose(appointmentIds: readonly string[], wanted: boolean): void {
    for (const id of appointmentIds) this.chosen = withChoice(this.chosen, id, wanted);
  }

  chooseAll(wanted: boolean): void {
    this.chosen = choiceOf(wanted ? this.changes.map(({ appointmentId }) => appointmentId) : []);
  }

  /** Accepts what is chosen. What is refused stays in sight with its reason; a break is told, and it may be begun anew. */
  async accept(): Promise<void> {
    const { plan, chosen } = this;
    if (!plan) return;
    const wanted = [...changesById(this.changes).values()].filter(({ appointmentId }) => chosen.has(appointmentId));
    this.busy = true;
    this.trouble = undefined;
    this.accepting = { done: 0, total: wanted.length };
    try {
      const tell = ({ accepted, refused }: Accepted) =>
        (this.accepting = { done: accepted.length + refused.length, total: wanted.length });
      this.#settle(await acceptChanges(this.#deps.api, plan.id, wanted, tell));
    } catch (fault) {
      this.trouble = `${t('plan.acceptUnheard')} ${problemWords(fault)}`;
    }
    this.accepting = undefined;
    this.busy = false;
  }

  /** Stops the planner, or what is asked of it. */
  async cancel(): Promise<void> {
    const { plan } = this;
    this.close();
    if (plan) await this.#telling(() => this.#deps.api.call(cancelPlan, { params: { planId: plan.id }, body: {} }));
  }

  async discard(): Promise<void> {
    const { plan } = this;
    this.close();
    if (plan?.status !== 'proposed') return;
    await this.#telling(() => this.#deps.api.call(discardPlan, { params: { planId: plan.id }, body: {} }));
  }

  close(): void {
    this.#forget();
    this.#deps.keep(undefined);
  }

  #forget(): void {
    this.#cancelAsking();
    this.reading = undefined;
    this.#giveUp.abort();
    this.#giveUp = new AbortController();
    this.wish = undefined;
    this.plan = undefined;
    this.proposals = [];
    this.refused = [];
    this.trouble = undefined;
    this.busy = false;
    this.chosen = choiceOf([]);
  }

  #follow(plan: Plan): void {
    this.plan = plan;
    this.#deps.keep(plan.id);
    this.#askLater(plan.id);
  }

  /** Reads how a plan stands that this page has not asked for itself, again until the server answers. */
  async #resume(planId: string): Promise<void> {
    try {
      const file = await this.#deps.api.call(getPlan, { params: { planId } });
      if (this.reading !== planId) return;
      await this.#read(file, () => this.reading === planId);
      if (this.plan?.id !== planId) return;
      this.reading = undefined;
      this.trouble = undefined;
      if (file.status === 'requested') this.#askLater(planId);
    } catch (fault) {
      if (this.reading !== planId) return;
      this.trouble = problemWords(fault);
      const isGone = fault instanceof ApiProblem && fault.code === 'not-found';
      if (isGone) this.#leave(planId);
      else this.#cancelAsking = this.#deps.later(() => void this.#resume(planId), askEveryMilliseconds);
    }
  }

  #leave(planId: string): void {
    toasts.show({ tone: 'late', text: t('plan.unknown'), detail: planId });
    this.close();
  }

  #askLater(planId: string): void {
    this.#cancelAsking();
    this.#cancelAsking = this.#deps.later(() => void this.#ask(planId), askEveryMilliseconds);
  }

  /** Asks how the plan stands, and again until there is an answer; a server that is away is told of and asked on. */
  async #ask(planId: string): Promise<void> {
    this.#cancelAsking();
    try {
      const file = await this.#deps.api.call(getPlan, { params: { planId } });
      if (this.plan?.id !== planId) return;
      if (file.status === 'requested') this.plan = file;
      else if (this.plan.status === 'requested') await this.#read(file, () => this.plan?.id === planId);
      this.trouble = undefined;
    } catch (fault) {
      if (this.plan?.id === planId) this.trouble = problemWords(fault);
    }
    if (this.plan?.id === planId && this.plan.status === 'requested') this.#askLater(planId);
  }

  /** Reads what the parts propose, a few at a time, and shows the plan then. */
  async #read(file: PlanFile, isWanted: () => boolean): Promise<void> {
    const proposals = isReviewed(file) ? await readProposals(this.#deps.api, file) : [];
    if (!isWanted()) return;
    this.#deps.learn(proposals.flatMap(({ appointments }) => appointments));
    this.proposals = proposals;
    this.chooseAll(true);
    for (const id of standingChanges(this.changes, this.named)) this.choose([id], false);
    this.plan = file;
  }

  #settle({ accepted, refused }: Accepted): void {
    toasts.show({
      tone: refused.length > 0 ? 'late' : 'fine',
      text: t('plan.accepted', { count: accepted.length }),
      ...(refused.length > 0 && { detail: t('plan.refused', { count: refused.length }) }),
    });
    if (refused.length === 0) this.close();
    else {
      if (this.plan && accepted.length > 0) this.plan = { ...this.plan, status: 'partly-accepted' };
      this.refused = refused;
      this.chosen = choiceOf([]);
    }
  }

  async #telling(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (fault) {
      toasts.show({ tone: 'late', text: t('refused.any'), detail: problemWords(fault) });
    }
  }
}

/** What may still be accepted. */
const isReviewed = ({ status }: Pick<Plan, 'status'>): boolean => status === 'proposed' || status === 'partly-accepted';
