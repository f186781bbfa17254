import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { CloudFunction } from './cloud-function.ts';
import type { FromFunction, HostsHere, Invocation, MachineClock } from './function-protocol.ts';

/** Runs one function as Lambda does: each environment is a process of its own that handles one event at a time. */
export interface FunctionHost {
  invoke(event: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface FunctionHostOptions {
  readonly definition: CloudFunction;
  /** All that the process gets as environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** The process's main program, which loads runtime and bundle. */
  readonly main: string;
  readonly clock: () => MachineClock;
  readonly hosts: HostsHere;
  /** Takes what the function writes to its log. */
  readonly log: (line: string) => void;
}

/** A busy machine loads a bundle within seconds. */
const initialisationMs = 60_000;
/** As many as two cores have use for; what comes beyond waits. */
const usualEnvironments = 2;

/** Starts a first environment, so that a bundle that does not load is told at once. */
export async function openFunctionHost(options: FunctionHostOptions): Promise<FunctionHost> {
  const host = new EnvironmentPool(options);
  await host.warm();
  return host;
}

class EnvironmentPool implements FunctionHost {
  readonly #options: FunctionHostOptions;
  readonly #idle: Environment[] = [];
  readonly #all = new Set<Environment>();
  readonly #waiting: (() => void)[] = [];

  constructor(options: FunctionHostOptions) {
    this.#options = options;
  }

  async warm(): Promise<void> {
    this.#release(await this.#start());
  }

  async invoke(event: unknown): Promise<unknown> {
    const environment = await this.#take();
    try {
      return await environment.invoke(event);
    } finally {
      this.#release(environment);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((one) => one.end()));
  }

  async #take(): Promise<Environment> {
    const most = Math.min(usualEnvironments, this.#options.definition.mostAtOnce ?? usualEnvironments);
    for (;;) {
      const idle = this.#idle.pop();
      if (idle?.alive) return idle;
      if (idle) this.#all.delete(idle);
      if (this.#all.size < most) return this.#start();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async #start(): Promise<Environment> {
    const environment = new Environment(this.#options);
    this.#all.add(environment);
    try {
      await environment.started;
      return environment;
    } catch (fault) {
      this.#all.delete(environment);
      throw fault;
    }
  }

  #release(environment: Environment): void {
    if (environment.alive) this.#idle.push(environment);
    else this.#all.delete(environment);
    this.#waiting.shift()?.();
  }
}

/** One process with the function's code loaded. */
class Environment {
  readonly started: Promise<unknown>;
  alive = true;
  /** So that a process that ends can be told with its reason. */
  readonly #lastLines: string[] = [];
  readonly #options: FunctionHostOptions;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(options: FunctionHostOptions) {
    this.#options = options;
    const { definition, hosts } = options;
    this.#process = fork(options.main, [JSON.stringify(hosts)], {
      env: { ...options.variables },
      cwd: '/',
      // The SDK's notice that Node 20 ends; on Lambda the functions run on Node 24.
      execArgv: ['--no-warnings', `--max-old-space-size=${definition.memorySizeMegabytes}`],
      serialization: 'json',
      silent: true,
    });
    for (const output of [this.#process.stdout, this.#process.stderr]) {
      if (output) createInterface(output).on('line', (line) => this.#heard(line));
    }
    this.#ended = new Promise((resolve) => {
      this.#process.once('close', () => {
        this.alive = false;
        resolve();
      });
    });
    this.started = this.#answer(initialisationMs);
  }

  invoke(event: unknown): Promise<unknown> {
    const { definition, clock } = this.#options;
    const { name: functionName, arn: functionArn, memorySizeMegabytes, timeoutMs } = definition;
    return this.#answer(timeoutMs, {
      event,
      requestId: randomUUID(),
      functionName,
      functionArn,
      memorySizeMegabytes,
      timeoutMs,
      clock: clock(),
    });
  }

  #heard(line: string): void {
    this.#options.log(line);
    this.#lastLines.push(line);
    if (this.#lastLines.length > 20) this.#lastLines.shift();
  }

  async end(): Promise<void> {
    this.#process.kill();
    await this.#ended;
  }

  /** Waits for what the process says next, to this invocation if there is one, in time or not at all. */
  async #answer(timeoutMs: number, invocation?: Invocation): Promise<unknown> {
    const { name } = this.#options.definition;
    const answer = await new Promise<FromFunction>((resolve) => {
      const late = setTimeout(() => {
        this.alive = false;
        this.#process.kill('SIGKILL');
        done({ kind: 'fault', message: `timed out after ${timeoutMs / 1000} s` });
      }, timeoutMs);
      const ended = () => done({ kind: 'fault', message: `its process has ended\n${this.#lastLines.join('\n')}` });
      const done = (said: FromFunction) => {
        clearTimeout(late);
        this.#process.off('message', done).off('close', ended);
        resolve(said);
      };
      this.#process.on('message', done).on('close', ended);
      if (!this.#process.connected) ended();
      else if (invocation) this.#process.send(invocation);
    });
    if (answer.kind === 'fault') throw new Error(`${name}: ${answer.message}`);
    return answer.kind === 'result' ? answer.value : undefined;
  }
}
