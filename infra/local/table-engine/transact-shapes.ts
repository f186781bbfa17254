import deleteShape from 'dynalite/validations/deleteItem.js';
import getShape from 'dynalite/validations/getItem.js';
import putShape from 'dynalite/validations/putItem.js';
import updateShape from 'dynalite/validations/updateItem.js';
import { withOldOnFailure } from './write-one.ts';

/** dynalite knows no transactions: each action is checked by the shape of its single operation. */
export const actionShapes = {
  Put: withOldOnFailure(putShape),
  Update: withOldOnFailure(updateShape),
  Delete: withOldOnFailure(deleteShape),
  ConditionCheck: withOldOnFailure(deleteShape),
  Get: getShape,
};
export type ActionName = keyof typeof actionShapes;

/** What a transaction's request carries beside its actions. */
export const transactionShape: typeof putShape = {
  types: {
    ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] },
    ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
    ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  },
};
