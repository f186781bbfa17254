import type { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp } from './synthesized.ts';

describe.each(['production', 'development'])('the reviewers’ packs find nothing in %s', (stage) => {
  let made: ReturnType<typeof anApp>;
  beforeAll(() => {
    made = anApp(stage);
  });
  afterAll(() => rm(made.outdir, { recursive: true, force: true }));

  it.each([
    ['AWS Solutions', AwsSolutionsChecks],
    ['Serverless', ServerlessChecks],
  ])('%s, but for what is acknowledged with a reason', (_name, Pack) => {
    expect(findings(new Pack(made.app), made.app)).toEqual([]);
  });

  it('AWS Solutions does look: a bucket that anyone made beside the house’s own is found', async () => {
    const other = anApp(stage);
    new Bucket(other.stacks.data, 'Careless');
    expect(findings(new AwsSolutionsChecks(other.app), other.app)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^AwsSolutions-S10 .*Careless/)]),
    );
    await rm(other.outdir, { recursive: true, force: true });
  });
});

const findings = (pack: AwsSolutionsChecks | ServerlessChecks, app: App): string[] =>
  pack
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((resource) => `${ruleName} ${JSON.stringify(resource)}`),
    );
