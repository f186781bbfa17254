import { build } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOptions } from './bundle-options.ts';

/** One entry as one file, and what of it comes from where. */
export interface Bundle {
  readonly bytes: number;
  /** Bytes in the bundle by package, or by room of this house. */
  readonly contributors: ReadonlyMap<string, number>;
  /** Every file that is in it, from the root of the project. */
  readonly files: readonly string[];
}

/** Bundles one entry as CDK does for Lambda, without CDK: for the tests and benches that look at what is deployed. */
export const bundleEntry = async (entry: string, outfile: string, { minify = true } = {}): Promise<Bundle> => {
  const { banner, ...options } = bundleOptions;
  const { metafile } = await build({
    ...options,
    banner: { js: banner },
    entryPoints: [join(functionsFolder, entry, 'index.ts')],
    absWorkingDir: project,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify,
    metafile: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  if (!output) throw new Error(`${entry} gave no bundle`);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const contributors = new Map<string, number>();
  for (const [file, { bytesInOutput }] of inputs) {
    contributors.set(ownerOf(file), (contributors.get(ownerOf(file)) ?? 0) + bytesInOutput);
  }
  return { bytes: output.bytes, contributors, files: inputs.map(([file]) => file) };
};

const project = fileURLToPath(new URL('../../../', import.meta.url));
const functionsFolder = join(project, 'functions');

/** Every entry that can be deployed: the folders of functions/ that have an index.ts. */
export const entryNames = (): string[] =>
  readdirSync(functionsFolder).filter((name) => existsSync(join(functionsFolder, name, 'index.ts')));

/** The package that a file belongs to, or its room and wing. */
const ownerOf = (file: string): string => {
  const inPackages = file.split('node_modules/').at(-1) ?? '';
  const parts = (inPackages === file ? file : inPackages).split('/');
  return parts.slice(0, inPackages === file || inPackages.startsWith('@') ? 2 : 1).join('/');
};
