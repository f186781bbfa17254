import type { SoftReason } from '../../../shared/rules/assignment.ts';

/** Rules that a dispatcher may break knowingly. */
export const everySoftRule: readonly SoftReason[] = [
  'off-shift',
  'after-due-time',
  'part-not-on-van',
  'outside-arrival-window',
];

export const isSoftRule = (reason: string | undefined): reason is SoftReason =>
  everySoftRule.some((one) => one === reason);
