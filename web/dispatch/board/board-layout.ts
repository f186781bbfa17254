/** Sizes of the time board in pixels; `told` and `travel` are heights within a row at which those are drawn. */
export const boardLayout = { label: 164, axis: 52, row: 42, unassigned: 44, told: 3.5, travel: 22 } as const;
