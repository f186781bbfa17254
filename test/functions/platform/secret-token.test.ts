import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newSecret, readSecretToken } from '../../../functions/platform/secret-token.ts';

const tenantId = 'tn_01J00000000000000000000001';

test('a secret is found again by its hash, which does not contain it', () => {
  const { token, hash } = newSecret(tenantId, randomBytes);
  expect(readSecretToken(token)).toEqual({ tenantId, hash });
  expect(hash).not.toContain(token.split('.')[1]);
});

test.each(['', 'x', `${tenantId}.short`, `other.${'a'.repeat(43)}`, `${tenantId}.${'a'.repeat(43)}.more`])(
  'what is no secret of ours is not looked up: "%s"',
  (token) => expect(readSecretToken(token)).toBeUndefined(),
);
