import type { Authorisation, DrawnSignature } from '../model/authorisation.ts';
import type { AuthorisationNeed } from '../model/coverage-decision.ts';
import type { Actor } from '../model/history-entry.ts';
import type { Instant } from '../model/time.ts';

/** Why work is on hold while somebody's word is awaited, as its history says it. */
export const waitsForWord = 'waiting-for-authorisation';

type Asked = Pick<Authorisation, 'need' | 'status'>;

/** What a decision needs and nobody has given or is asked for: a word for less than the sum does not count. */
export const openNeeds = (needs: readonly AuthorisationNeed[], asked: readonly Asked[]): AuthorisationNeed[] =>
  needs.filter((need) => !asked.some((one) => isGivenOrAsked(one) && reaches(one.need, need)));

/** Whoever is asked for a sum that no longer is the one needs not answer. */
export const supersededBy = <One extends Asked>(needs: readonly AuthorisationNeed[], asked: readonly One[]): One[] =>
  asked.filter(({ status, need }) => status === 'waiting' && !needs.some((fresh) => reaches(need, fresh)));

const isGivenOrAsked = ({ status }: Asked): boolean => status === 'waiting' || status === 'approved';

const reaches = (given: AuthorisationNeed, wanted: AuthorisationNeed): boolean => {
  if (given.kind !== wanted.kind || given.amountMinorUnits < wanted.amountMinorUnits) return false;
  if (given.kind === 'maker-return' && wanted.kind === 'maker-return') return given.warrantyId === wanted.warrantyId;
  return true;
};

/** Everything that was asked for is approved: the work may go on. */
export const allGiven = (needs: readonly AuthorisationNeed[], asked: readonly Asked[]): boolean =>
  needs.every((need) => asked.some((one) => one.status === 'approved' && reaches(one.need, need)));

export interface AuthorisationAnswer {
  readonly to: 'approved' | 'refused' | 'withdrawn';
  readonly remark?: string | undefined;
  readonly reference?: string | undefined;
  readonly signature?: DrawnSignature | undefined;
  readonly by: Actor;
  /** The roles of who answers; absent: the customer himself. */
  readonly roles?: readonly string[];
  readonly at: Instant;
}

export type AnsweredAuthorisation =
  | { readonly ok: true; readonly authorisation: Authorisation }
  | { readonly ok: false; readonly reason: 'answered-already' | 'other-role' | 'reference-required' };

/** The authorisation with its answer, or why it cannot have this one; an answer is given once. */
export const answerAuthorisation = (asked: Authorisation, answer: AuthorisationAnswer): AnsweredAuthorisation => {
  const { to, remark, reference, signature, by, roles, at } = answer;
  if (asked.status !== 'waiting') return { ok: false, reason: 'answered-already' };
  if (to !== 'withdrawn' && roles && !mayAnswer(asked.need, roles)) return { ok: false, reason: 'other-role' };
  if (to === 'approved' && asked.need.kind === 'maker-return' && !reference) {
    return { ok: false, reason: 'reference-required' };
  }
  return {
    ok: true,
    authorisation: {
      ...asked,
      status: to,
      answeredAt: at,
      answeredBy: by,
      ...(remark !== undefined && { remark }),
      ...(reference !== undefined && { reference }),
      ...(signature && { signature }),
    },
  };
};

/** An internal word is given by the role itself; what a customer or maker said, anybody of the office may write down. */
/** Whether somebody of these roles may say yes or no: an internal approval is its own role's and the administrator's. */
export const mayAnswer = (need: AuthorisationNeed, roles: readonly string[]): boolean =>
  need.kind !== 'internal-approval' || roles.includes(need.role) || roles.includes('administrator');
