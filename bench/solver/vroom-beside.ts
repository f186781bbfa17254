import { spawnSync } from 'node:child_process';

export interface VroomRun {
  readonly output: unknown;
  readonly cpuSeconds: number;
}

/** Whether VROOM's own program is on the path. */
export const hasVroom = (): boolean => spawnSync('vroom', ['--help']).error === undefined;

/** VROOM in one thread on a file in its own format; the shell's `times` tells what its children used. */
export const runVroom = (file: string, exploration: number): VroomRun => {
  const script = 'vroom -i "$1" -x "$2" -t 1; times >&2';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', file, String(exploration)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { output: JSON.parse(stdout), cpuSeconds: childSeconds(stderr) };
};

/** The last line of `times`: user and system time of the children, each as 0m1.234s. */
const childSeconds = (text: string): number => {
  const times = text.trim().split('\n').at(-1)?.split(/\s+/) ?? [];
  return times.reduce((sum, time) => {
    const [, minutes = '0', seconds = '0'] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
    return sum + Number(minutes) * 60 + Number(seconds);
  }, 0);
};
