/** A log that keeps what was said, so that a test can ask for it and its own output stays clean. */
export const silentLog = () => {
  const lines: string[] = [];
  const say = (message: unknown, ..._more: unknown[]): void => {
    lines.push(String(message));
  };
  return { lines, warn: say, error: say };
};
