import type { AttributeValue, Item } from './attribute-value.ts';
import type { ParsedCondition, ParsedProjection, ParsedUpdate } from './expression-tree.ts';

/** Requests as `parseRequest` gives them: checked, with parsed expressions under names that begin with _. */
export interface Conditional {
  TableName: string;
  _condition?: ParsedCondition;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
}
interface Metered {
  ReturnConsumedCapacity?: 'INDEXES' | 'TOTAL' | 'NONE';
}
type ReturnValues = 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW';

export interface PutRequest extends Conditional, Metered {
  Item: Item;
  ReturnValues?: ReturnValues;
}
export interface DeleteRequest extends Conditional, Metered {
  Key: Item;
  ReturnValues?: ReturnValues;
}
export interface UpdateRequest extends Conditional, Metered {
  Key: Item;
  _updates?: ParsedUpdate;
  ReturnValues?: ReturnValues;
}
export interface GetRequest extends Metered {
  TableName: string;
  Key: Item;
  ConsistentRead?: boolean;
  _projection?: ParsedProjection;
}

export interface PageRequest extends Metered {
  TableName: string;
  IndexName?: string;
  Limit?: number;
  ExclusiveStartKey?: Item;
  ConsistentRead?: boolean;
  Select?: 'SPECIFIC_ATTRIBUTES' | 'COUNT' | 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES';
  _filter?: ParsedCondition;
  _projection?: ParsedProjection;
}
export interface KeyCondition {
  ComparisonOperator: string;
  AttributeValueList: AttributeValue[];
}
export interface QueryRequest extends PageRequest {
  ScanIndexForward?: boolean;
  KeyConditions: Record<string, KeyCondition>;
}
export interface ScanRequest extends PageRequest {
  Segment?: number;
  TotalSegments?: number;
}

export interface BatchWriteRequest extends Metered {
  RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]>;
}
export interface BatchGetRequest extends Metered {
  RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean; _projection?: ParsedProjection }>;
}
export interface TransactWriteRequest extends Metered {
  TransactItems: TransactWriteAction[];
  ClientRequestToken?: string;
}
export interface TransactWriteAction {
  Put?: PutRequest;
  Update?: UpdateRequest;
  Delete?: DeleteRequest;
  ConditionCheck?: DeleteRequest;
}
export interface TransactGetRequest extends Metered {
  TransactItems: { Get: GetRequest }[];
}
