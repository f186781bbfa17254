import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { NetworkDown } from '../api/network-down.ts';
import type { FieldErrorCode } from '../../shared/protocol/problem.ts';
import {
  emptyDraft,
  missingFields,
  refusedCode,
  refusedFields,
  reportOf,
  type ReportAnswer,
  type ReportDraft,
  type ReportField,
  type ReportForm,
} from './report-draft.ts';
import { createReport, getReportForm } from './routes.ts';

export type Failure = 'refused' | 'refused-unmarked' | 'offline' | 'too-many';

/** The customer's report on its way from empty form to answer. What was written stays until the server has it. */
export class ReportState {
  form = $state.raw<ReportForm>();
  draft = $state<ReportDraft>();
  /** What was wrong when it was last sent, and whether the page or the server found it. */
  wrong = $state.raw<readonly ReportField[]>([]);
  foundBy = $state<'page' | 'server'>('page');
  #fault = $state.raw<unknown>();
  failure = $state.raw<Failure>();
  sending = $state(false);
  answer = $state.raw<ReportAnswer>();
  ended = $state(false);
  offline = $state(false);
  readonly #api: Api;
  /** One key for one report, however often it is sent. */
  #key: string;
  readonly #newKey: () => string;

  constructor(api: Api, newKey: () => string = () => crypto.randomUUID()) {
    this.#api = api;
    this.#newKey = newKey;
    this.#key = newKey();
  }

  async load(): Promise<void> {
    try {
      const form = await this.#api.call(getReportForm, {});
      this.form = form;
      this.draft ??= emptyDraft(form);
      this.offline = false;
    } catch (fault) {
      this.offline = !isFinal(fault);
      this.ended = isFinal(fault);
    }
  }

  /** Whether a field is to be marked: until it is mended, or, where only the server knows, until it is sent again. */
  marks(field: ReportField): boolean {
    if (this.form === undefined || this.draft === undefined || !this.wrong.includes(field)) return false;
    return this.foundBy === 'server' || missingFields(this.draft, this.form).includes(field);
  }

  /** What the server said of a field that is marked because of it; undefined where the page knows better words. */
  refusedBecause(field: ReportField): FieldErrorCode | undefined {
    return this.foundBy === 'server' ? refusedCode(this.#fault, field) : undefined;
  }

  /** Sends the draft when it is complete; marks what is missing otherwise. */
  async send(): Promise<void> {
    const { form, draft } = this;
    if (form === undefined || draft === undefined || this.sending) return;
    this.wrong = missingFields(draft, form);
    this.foundBy = 'page';
    this.failure = this.wrong.length > 0 ? 'refused' : undefined;
    const report = reportOf(draft, form);
    if (report === undefined || this.wrong.length > 0) return;
    this.sending = true;
    try {
      this.answer = await this.#api.call(createReport, { body: report }, { idempotencyKey: this.#key });
    } catch (fault) {
      this.#fault = fault;
      this.wrong = refusedFields(fault);
      this.foundBy = 'server';
      this.failure = failureOf(fault, this.wrong.length > 0);
      // After a refusal the report is another one; after a lost network it must stay the same.
      if (fault instanceof ApiProblem) this.#key = this.#newKey();
    } finally {
      this.sending = false;
    }
  }

  another(): void {
    if (this.form === undefined || this.draft === undefined) return;
    const { name, phone, email } = this.draft;
    this.draft = { ...emptyDraft(this.form), name, phone, email };
    this.answer = undefined;
    this.#key = this.#newKey();
  }
}

const isFinal = (fault: unknown): boolean => fault instanceof ApiProblem && fault.problem.status < 500;

const failureOf = (fault: unknown, marked: boolean): Failure => {
  if (fault instanceof NetworkDown) return 'offline';
  if (fault instanceof ApiProblem && fault.code === 'too-many') return 'too-many';
  return marked ? 'refused' : 'refused-unmarked';
};
