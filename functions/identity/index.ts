import { createLogger } from '../platform/logger.ts';
import { createIdentityHandler } from './handler.ts';

export const handler = createIdentityHandler({ log: createLogger('identity') });
