import { Logger } from '@aws-lambda-powertools/logger';

export type { Logger };

/** Structured lines for CloudWatch; never given tokens, link secrets or bodies. */
export const createLogger = (serviceName: string): Logger => new Logger({ serviceName });
