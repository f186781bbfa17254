import type { Instant } from '../../../shared/model/time.ts';

/** One thing that is otherwise in the copy of the day. */
export type WhatIfChange =
  | { readonly kind: 'shift'; readonly technicianId: string; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'away'; readonly technicianId: string }
  /** One more, who is like a known one and begins where he does. */
  | { readonly kind: 'technician'; readonly id: string; readonly likeId: string }
  /** The due time, and the window told with it, later or, below zero, earlier. */
  | { readonly kind: 'promise'; readonly appointmentId: string; readonly bySeconds: number }
  | { readonly kind: 'drop'; readonly customer: string; readonly appointmentIds: readonly string[] };

/** What a change is about: a second one about the same takes its place. */
export const subjectOf = (change: WhatIfChange): string => {
  switch (change.kind) {
    case 'shift':
    case 'away':
      return `shift ${change.technicianId}`;
    case 'technician':
      return `technician ${change.id}`;
    case 'promise':
      return `promise ${change.appointmentId}`;
    case 'drop':
      return `drop ${change.customer}`;
  }
};
