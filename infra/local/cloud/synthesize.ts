import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../settings.ts';

/** Makes the cloud application with its bundles in a folder, as `npx cdk synth` does. */
export async function synthesize(folder: string): Promise<void> {
  const cdk = join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const options = ['synth', '--quiet', '--no-notices', '--output', folder];
  await promisify(execFile)(process.execPath, [cdk, ...options], { cwd: projectRoot });
}
