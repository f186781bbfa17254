import type { Authorisation } from '../../../shared/model/authorisation.ts';
import type { AuthorisationNeed, CoverageDecision } from '../../../shared/model/coverage-decision.ts';

interface Decided {
  readonly decision: Pick<CoverageDecision, 'needs'>;
  readonly authorisations: readonly Authorisation[];
}

/** Whose word is needed and was not asked for yet; one that was given or is waited for reaches as far as its sum. */
export const needsNotAsked = ({ decision, authorisations }: Decided): AuthorisationNeed[] =>
  decision.needs.filter((need) => !authorisations.some((one) => isAsked(one, need)));

const isAsked = ({ status, need: asked }: Authorisation, need: AuthorisationNeed): boolean =>
  status !== 'withdrawn' &&
  asked.kind === need.kind &&
  asked.amountMinorUnits >= need.amountMinorUnits &&
  (asked.kind !== 'maker-return' || need.kind !== 'maker-return' || asked.warrantyId === need.warrantyId);
