import { afterEach, expect, test, vi } from 'vitest';
import { lambdaSettings } from '../../../functions/platform/environment.ts';
import { defaultProvider, environmentCredentials } from '../../../functions/platform/environment-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

test("the role's credentials come from the environment, with the session's token", () => {
  const variables = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'example', AWS_SESSION_TOKEN: 'token' };
  expect(environmentCredentials(lambdaSettings(variables))).toEqual({
    accessKeyId: 'key',
    secretAccessKey: 'example',
    sessionToken: 'token',
  });
});

test('credentials that are missing are told by the names of their variables', () => {
  expect(() => environmentCredentials(lambdaSettings({}))).toThrow(/AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
});

test('the provider of the bundles refuses when it is asked, not when it is made', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '');
  const credentials = defaultProvider();
  await expect(credentials()).rejects.toThrow(/lacks AWS_ACCESS_KEY_ID/);
});
