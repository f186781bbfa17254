import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

const settings = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

/** The application of a stage, without bundling: what is asked of its templates stands in no bundle. */
export const anApp = (stage: string) => {
  const outdir = mkdtempSync(join(tmpdir(), 'fieldline-cdk-'));
  const pages = join(outdir, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>A page</title>');
  const app = new App({ outdir: join(outdir, 'out'), context: { ...settings.context, 'aws:cdk:bundling-stacks': [] } });
  return { app, outdir, stacks: buildFieldline(app, stageNamed(stage), pages) };
};

/** The templates of a stage. */
export const synthesized = (stage: string) => {
  const { outdir, stacks } = anApp(stage);
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
