/** Runs `lead` in one tab at a time: in the next one as soon as this one closes. Where the browser has no locks every tab leads, which the numbers make harmless. */
export const leadWhenAlone = (
  name: string,
  lead: () => void,
  locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
): void => {
  if (!locks) return lead();
  // Held until the tab is gone: the promise never settles.
  void locks.request(name, () => {
    lead();
    return new Promise<never>(() => undefined);
  });
};
