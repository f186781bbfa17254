/** An instant of the protocol from epoch milliseconds. */
export const instantAt = (milliseconds: number): string => new Date(milliseconds).toISOString();
