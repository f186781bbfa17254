import type { StaffSession } from '../../api/staff-session.ts';

/** Whether somebody may do that at the desk; the server asks once more. */
export const mayDo = ({ roles }: Pick<StaffSession['account'], 'roles'>, what: keyof typeof rolesBy): boolean =>
  roles.some((role) => rolesBy[what].includes(role));

const office: readonly string[] = ['dispatcher', 'manager', 'administrator'];

/** By what is done at the desk: the roles that do it. */
const rolesBy = {
  dispatch: office,
  draw: ['manager', 'administrator'],
  'keep-stock': ['manager', 'administrator', 'clerk'],
  answer: [...office, 'agent'],
  decide: [...office, 'agent', 'clerk'],
} satisfies Readonly<Record<string, readonly string[]>>;
