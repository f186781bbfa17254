import { cloudProgram } from '../../infra/local/cloud/cloud-program.ts';
import type { Local, LocalOptions } from '../../infra/local/local-options.ts';
import { startLocal } from '../../infra/local/local.ts';
import { cloudAssembly } from '../cloud/cloud-assembly.ts';

/** One of the ways to run the product, all of which must do the same. */
export interface Host {
  readonly name: string;
  start(options: LocalOptions): Promise<Local>;
}

export const oneMachine: Host = { name: 'on one machine', start: (options) => startLocal(options) };

export const cloudBundles: Host = {
  name: 'through the bundles of the cloud',
  start: async (options) => startLocal(options, cloudProgram(await cloudAssembly())),
};
