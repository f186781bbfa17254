import { fileURLToPath } from 'node:url';

const platformFile = (name: string): string =>
  fileURLToPath(new URL(`../../../functions/platform/${name}`, import.meta.url));

/** How every entry becomes one file; for CDK and for the test that loads the bundles. The AWS SDK is bundled too, so that what was tested is what runs. */
export const bundleOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  // Some packages are CommonJS inside and ask for Node's own modules by `require`.
  banner: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  /** Loaded by the SDK only when a service answers with an event stream, which none of ours does: 14 KB. */
  external: ['@smithy/core/event-streams'],
  /** On Lambda credentials come from the environment, and no endpoint is discovered: the SDK's other ways are 130 KB for other surroundings. */
  alias: {
    '@aws-sdk/credential-provider-node': platformFile('environment-credentials.ts'),
    '@aws-sdk/endpoint-cache': platformFile('no-endpoint-cache.ts'),
  },
};
