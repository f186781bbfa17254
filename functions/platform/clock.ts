/** Tells the time; an argument everywhere, so that tests and the demonstration set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The moment `seconds` after an instant. */
export const secondsAfter = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
