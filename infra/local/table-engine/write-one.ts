import putShape from 'dynalite/validations/putItem.js';
import deleteShape from 'dynalite/validations/deleteItem.js';
import updateShape from 'dynalite/validations/updateItem.js';
import type { Item } from './attribute-value.ts';
import { CapacityMeter } from './capacity.ts';
import { attributesOf, decideDelete, decidePut, decideUpdate, type Decision } from './decide-write.ts';
import type { EngineCore, Operation } from './engine-core.ts';
import type { DocumentPath } from './document-path.ts';
import { rowsOfChange } from './item-writer.ts';
import { parseRequest } from './parse-request.ts';
import { project } from './project.ts';
import type { DeleteRequest, PutRequest, UpdateRequest } from './wire-requests.ts';

type Shape = typeof putShape;

/** ReturnValuesOnConditionCheckFailure is younger than dynalite. */
export function withOldOnFailure(shape: Shape): Shape {
  const ReturnValuesOnConditionCheckFailure = { type: 'String', enum: ['ALL_OLD', 'NONE'] };
  return { ...shape, types: { ...shape.types, ReturnValuesOnConditionCheckFailure } };
}

const shapes = {
  put: withOldOnFailure(putShape),
  delete: withOldOnFailure(deleteShape),
  update: withOldOnFailure(updateShape),
};

export const putItem: Operation = async (core, body) => {
  const request = parseRequest<PutRequest>(shapes.put, body);
  const { change, capacity } = await write(core, () => decidePut(core, request), request);
  return { ...(request.ReturnValues === 'ALL_OLD' && attributesOf(change.before)), ...capacity };
};

export const deleteItem: Operation = async (core, body) => {
  const request = parseRequest<DeleteRequest>(shapes.delete, body);
  const { change, capacity } = await write(core, () => decideDelete(core, request), request);
  return { ...(request.ReturnValues === 'ALL_OLD' && attributesOf(change.before)), ...capacity };
};

export const updateItem: Operation = async (core, body) => {
  const request = parseRequest<UpdateRequest>(shapes.update, body);
  const { change, capacity } = await write(core, () => decideUpdate(core, request), request);
  const paths = request._updates?.sections.map(({ path }) => path) ?? [];
  return { ...returned(request.ReturnValues, change.before, change.after, paths), ...capacity };
};

function returned(
  wanted: UpdateRequest['ReturnValues'],
  before: Item | undefined,
  after: Item | undefined,
  paths: readonly DocumentPath[],
) {
  switch (wanted) {
    case 'ALL_OLD':
      return attributesOf(before);
    case 'ALL_NEW':
      return attributesOf(after);
    case 'UPDATED_OLD':
      return attributesOf(before && project(before, paths));
    case 'UPDATED_NEW':
      return attributesOf(after && project(after, paths));
    default:
      return {};
  }
}

/** Decides and commits in one synchronous turn, and answers (a refusal too) once all it rests on is on disk. */
async function write(core: EngineCore, decide: () => Decision, { ReturnConsumedCapacity }: PutRequest | DeleteRequest) {
  const meter = new CapacityMeter();
  try {
    const { table, row, change } = decide();
    await core.store.commit(rowsOfChange(table, row, change, core.streams, meter));
    return { change, capacity: meter.one(ReturnConsumedCapacity) };
  } catch (refusal) {
    await core.store.settled();
    throw refusal;
  }
}
