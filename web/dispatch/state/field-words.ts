import type { FieldError } from '../../../shared/protocol/problem.ts';
import { t } from '../messages.ts';

/** What is wrong with a field, in the person's language as far as the server says it by a code. */
export const fieldWords = ({ code, message }: FieldError): string =>
  code === undefined ? message : t(`field.${code}`);
