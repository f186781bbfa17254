import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** Finds a Chromium for the browser tests, or installs one; says what it did and, where it cannot, what a person must do. */
const ensureChromium = (): string | undefined => {
  const present = findChromium(process.env);
  if (present) return present;
  console.log('No Chromium found; installing one for the browser tests.');
  for (const install of [installFromDebian, installFromPlaywright]) {
    install();
    const found = findChromium(process.env);
    if (found) return found;
  }
  return undefined;
};

const run = (command: string, args: readonly string[]): boolean => {
  console.log(`$ ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

const installFromDebian = (): void => {
  if (!existsSync('/usr/bin/apt-get')) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command = 'apt-get', ...before] = [...asRoot, 'apt-get'];
  if (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  if (run(command, [...before, 'update'])) run(command, [...before, 'install', '-y', 'chromium']);
};

const installFromPlaywright = (): void => {
  run('npx', ['--no-install', 'playwright-core', 'install', 'chromium']);
};

const chromium = ensureChromium();
if (chromium) {
  console.log(`Chromium for the browser tests: ${chromium}`);
} else {
  console.error(
    [
      'The browser tests need Chromium, and it could be neither found nor installed. One of these helps:',
      '  - Debian or Ubuntu: apt-get install chromium (as root)',
      '  - any system: npx playwright-core install chromium',
      '  - have it elsewhere: set CHROMIUM to the path of its program',
    ].join('\n'),
  );
  process.exitCode = 1;
}
