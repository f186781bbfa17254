import { leanClient } from './lean-client.ts';
import { createTable, type Table } from './table-client.ts';

/** The table in the account and region that the function runs in. */
export const openTable = (tableName: string): Table => createTable({ client: leanClient({}), tableName });
