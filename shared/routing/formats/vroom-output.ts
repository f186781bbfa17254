import type { ExplainedStop } from '../explain/unassigned-reasons.ts';

/** VROOM's output (1.14's API.md); `reasons` of what is unassigned and `costs` by part are ours. Seconds and metres. */
export interface VroomOutput {
  readonly code: 0;
  readonly summary: VroomTotals & { readonly routes: number; readonly unassigned: number };
  readonly unassigned: readonly (VroomPlace & {
    readonly id: number;
    readonly type: 'job';
    readonly reasons: ExplainedStop['reasons'];
  })[];
  readonly routes: readonly VroomRoute[];
}

/** What routes have and the whole sums up. */
export interface VroomTotals {
  readonly cost: number;
  readonly delivery: readonly number[];
  readonly pickup: readonly number[];
  readonly setup: number;
  readonly service: number;
  /** Travel alone. */
  readonly duration: number;
  readonly waiting_time: number;
  readonly distance: number;
  /** The sum of what is done. */
  readonly priority: number;
  /** Nothing that breaks a rule is written. */
  readonly violations: readonly [];
}

export interface VroomRoute extends VroomTotals {
  readonly vehicle: number;
  readonly costs: { readonly fixed: number; readonly travel: number; readonly service: number };
  readonly steps: readonly VroomStep[];
}

interface VroomPlace {
  readonly location_index?: number;
}

export interface VroomStep extends VroomPlace {
  readonly type: 'start' | 'job' | 'break' | 'end';
  readonly id?: number;
  readonly arrival: number;
  /** Travel since the start. */
  readonly duration: number;
  readonly setup: number;
  readonly service: number;
  /** From the arrival until setup or service begins. */
  readonly waiting_time: number;
  /** After the step, by dimension; absent where nothing is carried. */
  readonly load?: readonly number[];
  readonly violations: readonly [];
  /** Of a job: the way to it, and the work. */
  readonly costs?: { readonly travel: number; readonly service: number };
}
