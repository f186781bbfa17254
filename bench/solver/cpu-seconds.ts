/** CPU seconds that this process has used so far, all its threads together: the machine may be busy, a clock would lie. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};
