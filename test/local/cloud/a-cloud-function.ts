import type { CloudFunction } from '../../../infra/local/cloud/cloud-function.ts';

/** A function of this name, as a template declares one. */
export const aCloudFunction = (name: string): CloudFunction => ({
  name,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
  logicalId: name,
  file: '',
  handler: 'index.handler',
  exportName: 'handler',
  variables: {},
  timeoutMs: 1000,
  memorySizeMegabytes: 128,
  mostAtOnce: undefined,
});
