import type { Problem } from '../../shared/protocol/problem.ts';

/** The problem details of a refusal; an answer without them (a gateway's own page) becomes the nearest one. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const told: unknown = await response.json().catch(() => undefined);
  return isProblem(told) ? told : nearest(response.status);
};

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'status' in value;

const nearest = (status: number): Problem => ({
  type: 'about:blank',
  title: `HTTP ${status}`,
  status,
  code: codeOf(status),
});

const codeOf = (status: number): Problem['code'] => {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  return status >= 502 ? 'unavailable' : 'fault';
};
