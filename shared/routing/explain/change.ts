import type { Seconds } from '../problem.ts';

/** One change that would let a stop in. */
export type Change =
  /** The technician would need a skill, a level, or a certificate that counts on the day. */
  | { readonly kind: 'skill'; readonly skillId: string; readonly level: number }
  /** The customer would have to accept another time. */
  | { readonly kind: 'window'; readonly shiftSeconds: number }
  /** Parts would have to be put on the van. */
  | { readonly kind: 'parts'; readonly parts: readonly { readonly partId: string; readonly quantity: number }[] }
  /** He would have to work longer. */
  | { readonly kind: 'overtime'; readonly seconds: number }
  /** Another customer's stop would go to another technician or time. */
  | {
      readonly kind: 'move';
      readonly stopId: string;
      readonly toTechnicianId: string;
      readonly start: Seconds;
    }
  /** The customer would have to accept a technician whom he did not want. */
  | { readonly kind: 'permission' };

/** A change with where the stop would stand then, and what that does to others. */
export interface ProposedChange {
  readonly change: Change;
  readonly technicianId: string;
  /** Of a crew: who comes along as he is. */
  readonly alongside?: readonly string[];
  readonly start: Seconds;
  readonly end: Seconds;
  /** Others that must begin later for it, the stop that a move takes away apart. */
  readonly pushed: readonly { readonly stopId: string; readonly start: Seconds }[];
  readonly effect: {
    readonly addedTravelSeconds: number;
    readonly lateSeconds: number;
    readonly overtimeSeconds: number;
    /** How many other customers' planned times change. */
    readonly movedStops: number;
  };
  /** For choosing the cheapest only: seconds of travel that it is as bad as. */
  readonly price: number;
}
