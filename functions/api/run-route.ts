import * as z from 'zod/mini';
import type { Endpoint } from '../../shared/protocol/endpoint.ts';
import { idempotencyKeyHeader } from '../../shared/protocol/headers.ts';
import { bodyLimitBytes } from '../../shared/protocol/limits.ts';
import { problemCode } from '../../shared/protocol/problem.ts';
import { secondsAfter } from '../platform/clock.ts';
import { badField, Refusal } from '../platform/errors.ts';
import { hash } from '../platform/hash.ts';
import { parseInput, parseJson } from '../platform/parse-input.ts';
import { idempotencyRecordEntity, type IdempotencyRecord } from '../store/entities/idempotency-record.ts';
import { alreadyThere, beginWork, changedMeanwhile, type CommitResult, type Once } from '../store/unit-of-work.ts';
import { authorize, type Authorized } from './authorize.ts';
import type { ApiDeps } from './api-deps.ts';
import type { Asked, Decision, Route } from './route.ts';

/** A request as it came, whoever carried it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Every value of every name, so that a name given twice is seen. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Headers;
  readonly bodyText: string;
}

/** A repeat within this time gets the first answer: a phone may have been without signal for weeks. */
const repeatableSeconds = 30 * 86_400;

/** Answers one request by its route: who, whether he may, what exactly he asks, and whether it was answered before. */
export const runRoute = async <Deps extends ApiDeps>(
  route: Route<Deps>,
  request: RawRequest,
  deps: Deps,
): Promise<unknown> => {
  const { endpoint } = route;
  const now = deps.clock().toISOString();
  const authorized = await authorize(endpoint, request.headers.get('authorization') ?? undefined, deps, now);
  const input = inputOf(endpoint, request);
  const ifMatch = versionOfIfMatch(request.headers.get('if-match'));
  const caller = authorized.kind === 'anyone' ? undefined : authorized.caller;
  const tenantId = caller?.tenantId ?? '';
  const once = route.keepsAnswer ? onceOf(request, authorized, now) : undefined;
  const first = once && (await deps.table.get(idempotencyRecordEntity, tenantId, { keyHash: once.keyHash }));
  if (first && first.expiresAt > now) return firstAnswer(first, once);
  const asked = {
    ...input,
    caller,
    tenantId,
    ifMatch,
    now,
    onceKey: once?.keyHash,
    deps,
    ...commits(deps, tenantId, now, once),
  };
  // staffRoute and its sisters saw to it that the route wants this kind of caller and this endpoint's input.
  return checkedAnswer(endpoint, await route.answer(asked as Asked<Endpoint, never, Deps>));
};

type Commits = Pick<Asked<Endpoint, never>, 'begin' | 'settle' | 'decide'>;
type Refused = Extract<CommitResult, { present?: unknown }>;
/** So often is a decision made anew before the caller is told that others are faster. */
const mostDecisions = 50;

const commits = (deps: ApiDeps, tenantId: string, now: string, once: Once | undefined): Commits => {
  const { pause = waitFor } = deps;
  const begin: Commits['begin'] = (as) => beginWork({ ...deps, tenantId, now, ...(once && as !== 'part' && { once }) });
  const attempt = async ({ work, answer }: Decision<unknown>): Promise<{ answer: unknown } | Refused> => {
    const result = await work.commit(answer);
    if (result.ok) return { answer };
    return 'first' in result ? { answer: firstAnswer(result.first, once) } : result;
  };
  const settle: Commits['settle'] = async (work, answer) => {
    const result = await attempt({ work, answer });
    if ('answer' in result) return result.answer as undefined;
    throw refusalOf(result);
  };
  const decide: Commits['decide'] = async (decision) => {
    for (let count = 1; ; count++) {
      const result = await attempt(await decision());
      if ('answer' in result) return result.answer as undefined;
      if (count === mostDecisions || !passing.has(result.reason)) throw refusalOf(result);
      // Apart from one another, fewer of those who race decide in vain.
      await pause(deps.random() * 10 * Math.min(count, 10));
    }
  };
  return { begin, settle, decide };
};

const passing: ReadonlySet<string> = new Set([changedMeanwhile, alreadyThere]);

const inputOf = (endpoint: Endpoint, request: RawRequest) => {
  if (new TextEncoder().encode(request.bodyText).length > bodyLimitBytes) {
    throw new Refusal('too-large', { detail: `A body may have ${bodyLimitBytes / 1024} KiB.` });
  }
  const params = parseInput(endpoint.params ?? nothing, request.params, 'params');
  const query = parseInput(endpoint.query ?? nothing, singleValues(request.query), 'query');
  if (endpoint.body) return { params, query, body: parseInput(endpoint.body, parseJson(request.bodyText), 'body') };
  if (request.bodyText !== '') throw badField('body', 'there is no body here');
  return { params, query, body: undefined };
};

const nothing = z.strictObject({});

const singleValues = (query: RawRequest['query']): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const [name, [value, ...more]] of Object.entries(query)) {
    if (more.length > 0) throw badField(`query.${name}`, 'this is given twice');
    if (value !== undefined) values[name] = value;
  }
  return values;
};

const versionOfIfMatch = (header: string | null): number | undefined => {
  if (header === null || header === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw badField('headers.if-match', 'expected an entity tag such as "3"');
  return Number(version);
};

const onceOf = (request: RawRequest, authorized: Authorized, now: string): Once | undefined => {
  const key = request.headers.get(idempotencyKeyHeader);
  if (key === null || request.method === 'GET' || authorized.kind === 'anyone') return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw badField(`headers.${idempotencyKeyHeader}`, 'expected 1 to 200 visible ASCII characters');
  }
  const who = authorized.kind === 'staff' ? authorized.caller.accountId : authorized.caller.link.id;
  return {
    keyHash: hash(JSON.stringify([who, key])),
    requestHash: hash(JSON.stringify([request.method, request.path, request.query, request.bodyText])),
    expiresAt: secondsAfter(now, repeatableSeconds),
  };
};

const firstAnswer = (first: IdempotencyRecord, once: Once | undefined): unknown => {
  if (first.requestHash !== once?.requestHash) throw new Refusal('idempotency-key-reused');
  return first.answer ?? undefined;
};

/** A write that a condition refused, as a problem. */
const refusalOf = ({ reason, entity, present }: Refused): Refusal => {
  const detail = `The ${entity.replaceAll('-', ' ')} is not as it was read.`;
  const code = reason === alreadyThere ? 'conflict' : problemCode.parse(reason);
  return new Refusal(code, { detail, ...(present !== undefined && { present }) });
};

const checkedAnswer = (endpoint: Endpoint, answer: unknown): unknown => {
  if (!endpoint.response) return undefined;
  const result = z.safeParse(endpoint.response, answer);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`The answer of ${endpoint.method} ${endpoint.path} does not fit its schema: ${issues}`);
};

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
