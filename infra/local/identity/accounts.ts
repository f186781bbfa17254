import type { Role } from '../../../shared/protocol/endpoint.ts';

/** Someone who may sign in to the demonstration. */
export interface Account {
  /** What one signs in as, e.g. dispatcher or technician-ana. */
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly tenantId: string;
  readonly company: string;
  readonly technicianId?: string;
}

/** What the account list is made from. */
export interface Company {
  readonly tenantId: string;
  readonly name: string;
  readonly technicians: readonly { readonly id: string; readonly name: string }[];
}

const office: readonly (readonly [account: string, name: string, role: Role])[] = [
  ['dispatcher', 'Dora Lindgren', 'dispatcher'],
  ['agent', 'Abel Moreno', 'agent'],
  ['clerk', 'Cora Whelan', 'clerk'],
  ['manager', 'Miles Oduya', 'manager'],
  ['administrator', 'Ada Prescott', 'administrator'],
];

/** Every account of the demonstration: the office, one per technician, `technician` for the first of them, and the other company's dispatcher. */
export function demonstrationAccounts(company: Company, other: Company): ReadonlyMap<string, Account> {
  const at = ({ tenantId, name }: Company) => ({ tenantId, company: name });
  const accounts: Account[] = [
    ...office.map(([account, name, role]) => ({ account, name, roles: [role], ...at(company) })),
    ...company.technicians.map(({ id, name }) => ({
      account: `technician-${(name.split(' ', 1)[0] ?? name).toLowerCase()}`,
      name,
      roles: ['technician' as const],
      technicianId: id,
      ...at(company),
    })),
    { account: 'other-dispatcher', name: 'Otto Brandt', roles: ['dispatcher'], ...at(other) },
  ];
  const named = new Map(accounts.map((account) => [account.account, account]));
  const first = accounts.find(({ technicianId }) => technicianId !== undefined);
  if (first) named.set('technician', { ...first, account: 'technician' });
  return named;
}
