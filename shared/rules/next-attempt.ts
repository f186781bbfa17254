/** How long a message that could not be sent rests before each further attempt: a mail service that is down is down for minutes, sometimes hours. */
export const restSeconds = [60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600] as const;

/** When to try again after so many failures; undefined where a person must look. */
export const nextAttemptAt = (failures: number, now: string): string | undefined => {
  const rest = restSeconds[failures - 1];
  return rest === undefined ? undefined : new Date(Date.parse(now) + rest * 1000).toISOString();
};
