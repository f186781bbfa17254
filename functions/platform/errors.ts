import type { FieldError, Problem, ProblemCode } from '../../shared/protocol/problem.ts';

type Details = Partial<Pick<Problem, 'detail' | 'reason' | 'values' | 'errors' | 'present'>>;

/** A request that is refused for a reason of its own; anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? problems[code].title);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Refuses one field of the request. */
export const badField = (field: string, message: string, found: Pick<FieldError, 'finding' | 'said'> = {}): Refusal =>
  badFields([{ field, message, ...found }]);
export const badFields = (errors: readonly FieldError[]): Refusal => new Refusal('bad-input', { errors: [...errors] });

export const notFound = (what: string): Refusal => new Refusal('not-found', { detail: `There is no such ${what}.` });

/** The one mapper from whatever was thrown to problem details (RFC 9457); a fault tells nothing but its trace. */
export const problemOf = (error: unknown, traceId: string): Problem => {
  const [code, details] = error instanceof Refusal ? [error.code, error.details] : (['fault', {}] as const);
  return { type: `urn:fieldline:problem:${code}`, ...problems[code], code, ...details, traceId };
};

const problems: Readonly<Record<ProblemCode, { readonly title: string; readonly status: number }>> = {
  'bad-input': { status: 400, title: 'The request has fields that cannot be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'not-allowed': { status: 403, title: 'This is not open to you' },
  'not-found': { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'It collides with what is there' },
  'changed-meanwhile': { status: 409, title: 'Someone changed it meanwhile' },
  'double-booking': { status: 409, title: 'The technician is taken at that time' },
  'wrong-state': { status: 409, title: 'Its state does not allow this' },
  excluded: { status: 409, title: 'A rule excludes this technician' },
  'stock-too-low': { status: 409, title: 'There is not enough in stock' },
  'task-required': { status: 409, title: 'A required checklist step has no answer' },
  'link-ended': { status: 410, title: 'This link has ended' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'too-large': { status: 413, title: 'The request is too large' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Try again in a moment' },
  fault: { status: 500, title: 'Something went wrong on our side' },
};
