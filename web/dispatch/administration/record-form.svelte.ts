import { ApiProblem } from '../../api/api-problem.ts';
import { fieldWords } from '../state/field-words.ts';
import { withFact } from './with-fact.ts';

/** One record while it is entered or changed: what was saved, what is entered, and what the server said to it. */
export class RecordForm<Body extends object> {
  draft: Body;
  problem: ApiProblem | undefined = $state.raw();
  fault: unknown = $state.raw();
  busy = $state(false);
  /** The version that the entries are made upon; absent for something new. */
  readonly version: number | undefined;
  readonly #saved: Body;

  constructor(body: Body, version?: number) {
    this.draft = $state.raw(body);
    this.#saved = body;
    this.version = version;
  }

  get isChanged(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.#saved);
  }

  get isOvertaken(): boolean {
    return this.problem?.code === 'changed-meanwhile';
  }

  set(change: Partial<Body>): void {
    this.draft = { ...this.draft, ...change };
  }

  /** One entry, which goes where nothing is entered. */
  put<Name extends keyof Body>(name: Name, value: Body[Name] | undefined): void {
    this.draft = withFact(this.draft, name, value);
  }

  reset(): void {
    this.draft = this.#saved;
    this.problem = undefined;
    this.fault = undefined;
  }

  /** What the server says about a field, or one below it. */
  errorOf(field: string): string | undefined {
    const error = this.problem?.fieldError(field);
    return error && fieldWords(error);
  }

  /** Sends it; what is refused stays in the form with the reason. */
  async save<Answer>(
    write: (body: Body, options: { ifMatch?: number }) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    this.busy = true;
    this.problem = undefined;
    this.fault = undefined;
    try {
      return await write(this.draft, this.version === undefined ? {} : { ifMatch: this.version });
    } catch (fault) {
      this.fault = fault;
      if (fault instanceof ApiProblem) this.problem = fault;
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
