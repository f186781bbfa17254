import type { FieldError, Problem, ProblemCode } from '../../shared/protocol/problem.ts';

/** The server's refusal, with its problem details (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }

  /** What the server says about one field of the body, e.g. `contact.phone`; fields below it count too. */
  fieldError(field: string): FieldError | undefined {
    const path = `body.${field}`;
    return this.problem.errors?.find((error) => error.field === path || error.field.startsWith(`${path}.`));
  }
}
