import type { SoftReason } from '../../../shared/rules/assignment.ts';

/** Rules that a dispatcher may break knowingly. */
export const everySoftRule: readonly SoftReason[] = [
  'off-shift',
  'after-due-time',
  'part-not-on-van',
  'outside-arrival-window',
  'out-of-order',
];

export const isSoftRule = (reason: string | undefined): reason is SoftReason =>
  everySoftRule.some((one) => one === reason);
