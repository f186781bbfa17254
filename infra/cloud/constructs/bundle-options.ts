/** How every entry becomes one file; for CDK and for the test that loads the bundles. The AWS SDK is bundled too, so that what was tested is what runs. */
export const bundleOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  // Some packages are CommonJS inside and ask for Node's own modules by `require`.
  banner: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  /** Ways to find credentials on a developer's machine: 100 KB that are never loaded where the environment holds them. */
  external: [
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-login',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
};
