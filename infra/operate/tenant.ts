import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { idMaker } from '../../functions/platform/ids.ts';
import { houseName, stageNamed } from '../cloud/stages.ts';
import { askResource, invite, makeTenant, type AwsCommand, type Surroundings } from './tenant-commands.ts';
import { readWish, type TenantWish } from './tenant-wish.ts';

// Makes a company with its first account, or invites a further person, in a deployed stage; uses the operator's AWS CLI.
const run = promisify(execFile);

const main = async (words: readonly string[]): Promise<void> => {
  const { wish, show } = readWish(words);
  const aws = async (command: AwsCommand): Promise<string> => (await run('aws', [...command])).stdout.trim();
  const surroundings = show ? placeholders(wish) : await surroundingsOf(wish, aws);
  const { tenantId, commands } = commandsOf(wish, surroundings, new Date());
  for (const command of commands) {
    if (show)
      console.log(['aws', ...command].map((word) => (/^[\w./:=-]+$/.test(word) ? word : `'${word}'`)).join(' '));
    else await aws(command);
  }
  if (!show) console.log(`${wish.person} is invited by mail to ${tenantId}`);
};

const surroundingsOf = async (
  { stage }: TenantWish,
  aws: (command: AwsCommand) => Promise<string>,
): Promise<Surroundings> => {
  const settings = stageNamed(stage);
  const { region } = settings;
  const [tableName, userPoolId] = await Promise.all([
    aws(askResource(region, houseName(settings, 'data'), 'AWS::DynamoDB::GlobalTable')),
    aws(askResource(region, houseName(settings, 'identity'), 'AWS::Cognito::UserPool')),
  ]);
  return { region, tableName, userPoolId };
};

const placeholders = ({ stage }: TenantWish): Surroundings => ({
  region: stageNamed(stage).region,
  tableName: 'TABLE',
  userPoolId: 'POOL',
});

const commandsOf = (wish: TenantWish, surroundings: Surroundings, now: Date) => {
  const { email, person: name, role } = wish;
  if (wish.act === 'invite') {
    const { tenant: tenantId, technician } = wish;
    const person = { tenantId, email, name, role, ...(technician !== undefined && { technicianId: technician }) };
    return { tenantId, commands: invite(surroundings, person) };
  }
  const at = now.toISOString();
  const tenantId = idMaker(() => now)('tenant');
  const stamps = { id: tenantId, version: 1, createdAt: at, updatedAt: at };
  const tenant = { ...stamps, name: wish.name, currency: wish.currency, language: wish.language };
  return {
    tenantId,
    commands: [makeTenant(surroundings, tenant), ...invite(surroundings, { tenantId, email, name, role })],
  };
};

await main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
