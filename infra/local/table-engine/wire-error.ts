/** An error as DynamoDB answers it: HTTP 400 with a type, a message and sometimes more. */
export class WireError extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  constructor(type: string, message: string, more: Record<string, unknown> = {}, status = 400) {
    super(message);
    this.name = type;
    this.status = status;
    this.body = { __type: `${namespaceOf(type)}#${type}`, message, ...more };
  }
}

const coral: Record<string, string> = {
  ValidationException: 'com.amazon.coral.validate',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
};

function namespaceOf(type: string): string {
  return coral[type] ?? 'com.amazonaws.dynamodb.v20120810';
}

export const validationError = (message: string): WireError => new WireError('ValidationException', message);

export const invalidParameter = (message: string): WireError =>
  validationError(`One or more parameter values were invalid: ${message}`);

export const tableNotFound = (message = 'Cannot do operations on a non-existent table'): WireError =>
  new WireError('ResourceNotFoundException', message);
