import deleteShape from 'dynalite/validations/deleteItem.js';
import getShape from 'dynalite/validations/getItem.js';
import putShape from 'dynalite/validations/putItem.js';
import updateShape from 'dynalite/validations/updateItem.js';
import { withOldOnFailure } from './write-one.ts';

type Shape = typeof putShape;

/** dynalite knows no transactions: their shapes are made of those of the single operations. */
export const actionShapes = {
  Put: withOldOnFailure(putShape),
  Update: withOldOnFailure(updateShape),
  Delete: withOldOnFailure(deleteShape),
  ConditionCheck: withOldOnFailure(deleteShape),
  Get: getShape,
};
export type ActionName = keyof typeof actionShapes;

const MOST_ACTIONS = 100;

function listOf(names: ActionName[]): Shape {
  const children = Object.fromEntries(
    names.map((name) => [name, { type: `FieldStruct<${name}>`, children: { ...actionShapes[name].types } }]),
  );
  return {
    types: {
      ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] },
      ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
      ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
      TransactItems: {
        type: 'List',
        notNull: true,
        lengthGreaterThanOrEqual: 1,
        lengthLessThanOrEqual: MOST_ACTIONS,
        children: { type: 'ValueStruct<TransactItem>', children },
      },
    },
  };
}

export const transactWriteShape = listOf(['Put', 'Update', 'Delete', 'ConditionCheck']);
export const transactGetShape = listOf(['Get']);
