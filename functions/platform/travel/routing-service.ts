import type { Position } from '../../../shared/model/place.ts';

/** Ways from some places to others, row by row; undefined where the service knows none. */
export type ServiceLeg = { readonly seconds: number; readonly metres: number } | undefined;

/** Another program that knows roads: one question for a block of a table. */
export interface RoutingService {
  /** How many places one question may name on each side. */
  readonly mostSources: number;
  readonly mostTargets: number;
  table(from: readonly Position[], to: readonly Position[], departAt: number): Promise<ServiceLeg[][]>;
}

/** The service could not be used; its answer is told as far as it goes. */
export class RoutingServiceFault extends Error {
  override readonly name = 'RoutingServiceFault';
}

/** An answer's JSON; a refusal becomes a fault that names the service. */
export const answerOf = async (name: string, answer: Response): Promise<unknown> => {
  if (!answer.ok)
    throw new RoutingServiceFault(`${name} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return answer.json();
};

/** Nobody waits longer for times than for the estimate to be good enough. */
export const patience = (): AbortSignal => AbortSignal.timeout(10_000);
