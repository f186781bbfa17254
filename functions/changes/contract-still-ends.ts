import type { ServiceContract } from '../../shared/model/service-contract.ts';

/** Whether it may still be said that it will end: it was neither renewed nor ended meanwhile. */
export const contractStillEnds = ({
  renewedById,
  endedOn,
}: Pick<ServiceContract, 'renewedById' | 'endedOn'>): boolean => renewedById === undefined && endedOn === undefined;
