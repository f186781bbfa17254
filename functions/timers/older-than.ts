/** Whether an instant lies more than so many seconds before `now`. */
export const olderThan = (instant: string, seconds: number, now: string): boolean =>
  Date.parse(now) - Date.parse(instant) > seconds * 1000;
