/** A clock that stands until it is set. */
export const setClock = (at: string) => {
  let now = new Date(at);
  const clock = (): Date => now;
  return Object.assign(clock, {
    set: (instant: string): void => {
      now = new Date(instant);
    },
  });
};
