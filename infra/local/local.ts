import type { Local, LocalOptions } from './local-options.ts';

/** Runs Fieldline on this machine; resolves when it can be used. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  return Promise.reject(new Error(`not wired yet: ${options.folder}`));
}
