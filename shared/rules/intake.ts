import { territoryOf } from '../geo/territory-of.ts';
import type { Asset } from '../model/asset.ts';
import type { ServiceRequest } from '../model/service-request.ts';
import type { Territory } from '../model/territory.ts';
import type { WorkType } from '../model/work-type.ts';

export interface IntakeQuestion {
  readonly told: Pick<ServiceRequest, 'kind' | 'place'> & { readonly workTypeId?: string | undefined };
  readonly asset?: Pick<Asset, 'assetClass'> | undefined;
  readonly territories: readonly Territory[];
  readonly workTypes: readonly WorkType[];
}

export interface IntakeDecision {
  readonly territory?: Territory;
  readonly workType?: WorkType;
  /** Why an agent must decide before a work order is made. */
  readonly waitsFor?: NonNullable<ServiceRequest['waitsFor']>;
}

/** Finds territory and work type of a request, or says what it waits for. Only faults become work by themselves. */
export const decideIntake = (question: IntakeQuestion): IntakeDecision => {
  const territory = territoryOf(question.told.place.location, question.territories);
  const workType = workTypeFor(question);
  const found = { ...(territory && { territory }), ...(workType && { workType }) };
  if (question.told.kind !== 'fault') return { ...found, waitsFor: 'agent-answer' };
  if (!territory) return { ...found, waitsFor: 'outside-territories' };
  if (!workType) return { ...found, waitsFor: 'no-work-type' };
  return found;
};

/** The one that was named, else the only one that serves the asset's class. Where several would serve, an agent chooses. */
const workTypeFor = ({ told, asset, workTypes }: IntakeQuestion): WorkType | undefined => {
  if (told.workTypeId !== undefined) return workTypes.find(({ id }) => id === told.workTypeId);
  if (!asset) return undefined;
  const serving = workTypes.filter(({ assetClasses }) => assetClasses.includes(asset.assetClass));
  return serving.length === 1 ? serving[0] : undefined;
};
