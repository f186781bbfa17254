import { customerEntity } from '../store/entities/customer.ts';
import type { Table } from '../store/table-client.ts';

/** The names of the customers whose some records are, each once. */
export const customerNames = async (
  table: Table,
  tenantId: string,
  records: readonly { readonly customerId: string }[],
): Promise<{ id: string; name: string }[]> => {
  const refs = [...new Set(records.map(({ customerId }) => customerId))].map((id) => ({ id }));
  return (await table.getMany(customerEntity, tenantId, refs)).map(({ id, name }) => ({ id, name }));
};
