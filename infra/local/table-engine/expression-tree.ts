import type { AttributeValue } from './attribute-value.ts';
import type { DocumentPath } from './document-path.ts';

/** What dynalite's parsers give: names and values are already put in place of their placeholders. */
export type Operand = DocumentPath | AttributeValue | SizeCall;
export interface SizeCall {
  type: 'function';
  name: 'size';
  args: [Operand];
}
export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Predicate = 'attribute_exists' | 'attribute_not_exists' | 'attribute_type' | 'begins_with' | 'contains';
export type Condition =
  | { type: 'and' | 'or'; args: [Condition, Condition] }
  | { type: 'not'; args: [Condition] }
  | { type: Comparator; args: [Operand, Operand] }
  | { type: 'between'; args: [Operand, Operand, Operand] }
  | { type: 'in'; args: [Operand, ...Operand[]] }
  | { type: 'function'; name: Predicate; args: [Operand, Operand?] };

export type UpdateOperand = DocumentPath | AttributeValue | UpdateCall;
export type UpdateCall =
  | { type: 'add' | 'subtract'; args: [UpdateOperand, UpdateOperand] }
  | { type: 'function'; name: 'if_not_exists' | 'list_append'; args: [UpdateOperand, UpdateOperand] };
export type UpdateSection =
  | { type: 'set'; path: DocumentPath; val: UpdateOperand; attrType?: string }
  | { type: 'remove'; path: DocumentPath }
  | { type: 'add' | 'delete'; path: DocumentPath; val: AttributeValue; attrType?: string };

export interface ParsedCondition {
  expression: Condition;
  /** First steps of all paths, and those which go deeper. */
  pathHeads: Record<string, boolean>;
  nestedPaths: Record<string, boolean>;
}
export interface ParsedUpdate {
  sections: UpdateSection[];
  nestedPaths: Record<string, boolean>;
}
export interface ParsedProjection {
  paths: DocumentPath[];
  nestedPaths: Record<string, boolean>;
}

/** Whether an operand is a document path. */
export function isPath(operand: Operand | UpdateOperand): operand is DocumentPath {
  return Array.isArray(operand);
}
