type Told = Error | Readonly<Record<string, unknown>>;

/** Where what a person should see is told, one structured line each. */
export interface Logger {
  warn(message: string, told?: Told): void;
  error(message: string, told?: Told): void;
}

/** Lines for CloudWatch in the form that its filters read; never given tokens, link secrets or bodies. */
export const createLogger = (service: string, write: (line: string) => void = toStandardOutput): Logger => {
  const tell =
    (level: string) =>
    (message: string, told: Told = {}): void =>
      write(JSON.stringify({ level, message, service, timestamp: new Date().toISOString(), ...fieldsOf(told) }));
  return { warn: tell('WARN'), error: tell('ERROR') };
};

/** Past the runtime's own console, which would put the line into another one as text. */
const toStandardOutput = (line: string): void => void process.stdout.write(`${line}\n`);

const fieldsOf = (told: Told): Readonly<Record<string, unknown>> =>
  told instanceof Error ? { error: errorOf(told) } : told;

const errorOf = ({ name, message, stack, cause }: Error): Readonly<Record<string, unknown>> => ({
  name,
  message,
  stack,
  ...(cause !== undefined && { cause: cause instanceof Error ? errorOf(cause) : String(cause) }),
});
