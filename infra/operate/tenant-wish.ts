import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { idOf } from '../../shared/model/entity.ts';
import { emailAddress, language, shortText } from '../../shared/model/scalar.ts';
import { tenantSchema } from '../../shared/model/tenant.ts';
import { roles } from '../../shared/protocol/endpoint.ts';

const person = { stage: shortText, email: emailAddress, person: shortText, role: z.enum(roles) };
const create = z.strictObject({
  ...person,
  name: shortText,
  currency: tenantSchema.shape.currency,
  language,
});
const invite = z.strictObject({ ...person, tenant: idOf('tenant'), technician: z.optional(idOf('technician')) });

/** What an operator asks for on the command line. */
export type TenantWish =
  ({ readonly act: 'create' } & z.infer<typeof create>) | ({ readonly act: 'invite' } & z.infer<typeof invite>);

export const usage = `npm run tenant -- create --name NAME --email MAIL --person NAME [--role administrator] [--currency USD] [--language en] [--stage production]
npm run tenant -- invite --tenant tn_… --email MAIL --person NAME --role ROLE [--technician te_…] [--stage production]
Roles: ${roles.join(', ')}. With --show the commands are shown and nothing is done.`;

/** Reads the words of the command; what does not fit is told by the option's name. */
export const readWish = (words: readonly string[]): { readonly wish: TenantWish; readonly show: boolean } => {
  const text = { type: 'string' } as const;
  const names = ['stage', 'name', 'email', 'person', 'role', 'currency', 'language', 'tenant', 'technician'];
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { show: { type: 'boolean' }, ...Object.fromEntries(names.map((name) => [name, text])) },
  });
  const { show, ...given } = values;
  const [act] = positionals;
  if (act === 'create') {
    const usual = { stage: 'production', role: 'administrator', currency: 'USD', language: 'en' };
    return { wish: { act, ...parsed(create, { ...usual, ...given }) }, show: show === true };
  }
  if (act === 'invite')
    return { wish: { act, ...parsed(invite, { stage: 'production', ...given }) }, show: show === true };
  throw new Error(usage);
};

const parsed = <T>(schema: z.ZodMiniType<T>, given: unknown): T => {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map(({ path }) => `--${path.join('.')}`))];
  throw new Error(`${names.join(', ')} cannot be read.\n${usage}`);
};
