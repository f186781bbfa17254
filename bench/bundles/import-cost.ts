import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { environmentNames } from '../../shared/protocol/environment.ts';

/** CPU milliseconds that a fresh process spends on importing a bundle, the median of several; CPU time, because others work here too. */
export const importCost = async (file: string, runs: number): Promise<number> => {
  const costs: number[] = [];
  for (let count = 0; count < runs; count++) {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', measuring(file)], { env });
    costs.push(Number(stdout));
  }
  return costs.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
};

const run = promisify(execFile);

const measuring = (file: string): string => `
  const before = process.cpuUsage();
  await import(${JSON.stringify(file)});
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
`;

/** Everything that any entry asks for; what it is does not matter to an import. */
const env = {
  AWS_REGION: 'us-east-1',
  NODE_NO_WARNINGS: '1',
  ...Object.fromEntries(Object.values(environmentNames).map((name) => [name, 'https://example.example'])),
  [environmentNames.geocoder]: 'none',
  [environmentNames.routingService]: 'none',
  [environmentNames.tokenIssuer]: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
};
