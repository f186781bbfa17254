/** dynalite 4.0.0 ships no types: only the validators, their parsers and the key codec are used. */
declare module 'dynalite/validations/index.js' {
  interface Shape {
    types: Record<string, unknown>;
    custom?: (data: Record<string, unknown>, store: { options: { maxItemSize: number } }) => string | undefined;
  }
  const validations: {
    checkTypes(data: unknown, types: Record<string, unknown>): Record<string, unknown>;
    checkValidations(
      data: Record<string, unknown>,
      types: Record<string, unknown>,
      custom: Shape['custom'],
      store: { options: { maxItemSize: number } },
    ): void;
    validateAttributeValue(value: unknown): string | undefined;
    validateExpressionParams(data: unknown, expressions: string[], nonExpressions: string[]): string | undefined;
    validateExpressions(data: unknown): string | undefined;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const shape: {
    types: Record<string, unknown>;
    custom?: (data: Record<string, unknown>, store: { options: { maxItemSize: number } }) => string | undefined;
  };
  export default shape;
}

declare module 'dynalite/db/index.js' {
  const db: {
    /** Sortable text of a key value: hex of UTF-8 or bytes, sign-exponent-digits of a number. */
    toRangeStr(value: string, type: string): string;
    /** Six hex digits of the partition key's hash, which spread partitions as DynamoDB does. */
    hashPrefix(value: string, type: string): string;
  };
  export default db;
}
