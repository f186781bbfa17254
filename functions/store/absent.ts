import { tableDefinition } from './table.ts';

/** The condition that nothing lies under the key yet. */
export const absent = { ConditionExpression: `attribute_not_exists(${tableDefinition.partitionKey})` };
