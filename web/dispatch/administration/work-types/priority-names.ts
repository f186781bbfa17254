import type { Priority } from '../../../../shared/model/priority.ts';

/** Most urgent first. */
export const priorityNames = ['emergency', 'high', 'normal', 'low'] as const satisfies readonly Priority[];
