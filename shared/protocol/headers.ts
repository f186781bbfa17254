/** Header names beyond the common ones, in lower case. */
export const idempotencyKeyHeader = 'idempotency-key';
/** Carries the edge's secret to the API; browsers never see it. */
export const edgeSecretHeader = 'fieldline-edge';
/** The server's clock in every answer, ISO 8601: screens count time from it, not from the device's clock. */
export const serverTimeHeader = 'fieldline-time';
