/** Sizes of the time board in pixels. */
export const boardLayout = { label: 156, axis: 28, row: 42, unassigned: 44 } as const;
