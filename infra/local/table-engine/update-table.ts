import { backfill } from './backfill.ts';
import { describeDefinition } from './describe-definition.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import { checkStream, newIndex } from './manage-tables.ts';
import { parseRequest } from './parse-request.ts';
import type { TableDefinition } from './table-definition.ts';
import { type NewIndex, updateShape, type UpdateTableRequest } from './table-shapes.ts';
import { indexRows } from './table-shape.ts';
import { invalidParameter, validationError, WireError } from './wire-error.ts';

/** Changes a table while it is in use. A new index is filled in the background and then becomes ACTIVE. */
export const updateTable: Operation = async (core, body) => {
  const request = parseRequest<UpdateTableRequest>(updateShape, body);
  const { definition } = core.catalog.described(request.TableName);
  if (definition.GlobalSecondaryIndexes.some(({ IndexStatus }) => IndexStatus === 'CREATING'))
    throw new WireError('ResourceInUseException', `Table is being updated: ${request.TableName}`);
  const changed = { ...definition };
  if (request.BillingMode) changed.BillingMode = request.BillingMode;
  if (request.ProvisionedThroughput) changed.ProvisionedThroughput = request.ProvisionedThroughput;
  if (request.DeletionProtectionEnabled !== undefined)
    changed.DeletionProtectionEnabled = request.DeletionProtectionEnabled;
  if (request.StreamSpecification) changeStream(changed, request.StreamSpecification, core.now());
  if (request.AttributeDefinitions)
    changed.AttributeDefinitions = united(definition.AttributeDefinitions, request.AttributeDefinitions);
  const updates = request.GlobalSecondaryIndexUpdates ?? [];
  if (updates.filter(({ Create, Delete }) => Create ?? Delete).length > 1)
    throw new WireError(
      'LimitExceededException',
      'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
    );
  for (const { Create, Delete } of updates) {
    if (Create) return { TableDescription: await addIndex(core, changed, Create) };
    if (Delete) return { TableDescription: await dropIndex(core, changed, Delete.IndexName) };
  }
  await core.catalog.save(changed);
  return { TableDescription: describeDefinition(changed) };
};

async function addIndex(core: EngineCore, definition: TableDefinition, created: NewIndex) {
  if (definition.GlobalSecondaryIndexes.some(({ IndexName }) => IndexName === created.IndexName))
    throw validationError(`Attempting to create an index which already exists`);
  const defined = new Set(definition.AttributeDefinitions.map(({ AttributeName }) => AttributeName));
  if (created.KeySchema.some(({ AttributeName }) => !defined.has(AttributeName)))
    throw invalidParameter('Some index key attributes are not defined in AttributeDefinitions.');
  const index = newIndex(created, 'CREATING');
  const changed = { ...definition, GlobalSecondaryIndexes: [...definition.GlobalSecondaryIndexes, index] };
  await core.catalog.save(changed);
  backfill.start(core, changed.TableName);
  return describeDefinition(changed, 'UPDATING');
}

async function dropIndex(core: EngineCore, definition: TableDefinition, name: string) {
  const index = definition.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === name);
  if (!index)
    throw new WireError('ResourceNotFoundException', `Requested resource not found: Index: ${name} not found`);
  const GlobalSecondaryIndexes = definition.GlobalSecondaryIndexes.filter((other) => other !== index);
  const kept = { ...definition, GlobalSecondaryIndexes };
  const used = new Set([kept, ...GlobalSecondaryIndexes].flatMap((of) => of.KeySchema.map((key) => key.AttributeName)));
  kept.AttributeDefinitions = kept.AttributeDefinitions.filter(({ AttributeName }) => used.has(AttributeName));
  await core.catalog.saveWithout(kept, indexRows(definition, index));
  return describeDefinition(kept, 'UPDATING');
}

function changeStream(
  definition: TableDefinition,
  stream: NonNullable<UpdateTableRequest['StreamSpecification']>,
  now: number,
): void {
  checkStream(stream);
  const on = definition.StreamSpecification?.StreamEnabled === true;
  if (stream.StreamEnabled && on) throw validationError('Table already has an enabled stream');
  if (!stream.StreamEnabled && !on) throw validationError('Table has no stream to disable');
  definition.StreamSpecification = stream;
  definition.streamFrom = now;
}

function united(old: TableDefinition['AttributeDefinitions'], more: TableDefinition['AttributeDefinitions']) {
  const names = new Set(old.map(({ AttributeName }) => AttributeName));
  return [...old, ...more.filter(({ AttributeName }) => !names.has(AttributeName))];
}
