import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFieldline } from '../../infra/cloud/fieldline.ts';
import { stageNamed } from '../../infra/cloud/stages.ts';

/** A resource of a template, as CloudFormation reads it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** The templates of a stage, without bundling: what is asked of them stands in no bundle. */
export const synthesized = (stage: string) => {
  const outdir = mkdtempSync(join(tmpdir(), 'fieldline-cdk-'));
  const app = new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] } });
  const stacks = buildFieldline(app, stageNamed(stage));
  const templates = Object.values(stacks).map((stack) => Template.fromStack(stack));
  const resources = (type: string): [string, Resource][] =>
    templates.flatMap((template) => Object.entries(template.findResources(type)) as [string, Resource][]);
  return { outdir, resources, only: (type: string): Resource['Properties'] => onlyOne(type, resources(type)) };
};

const onlyOne = (type: string, found: readonly [string, Resource][]): Resource['Properties'] => {
  const [first, ...more] = found;
  if (!first || more.length > 0) throw new Error(`expected one ${type}, found ${found.length}`);
  return first[1].Properties;
};
