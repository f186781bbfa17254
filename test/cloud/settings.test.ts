import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const cloud = fileURLToPath(new URL('../../infra/cloud/', import.meta.url));
/** What makes resources. */
const files = ['stacks', 'constructs']
  .flatMap((folder) => readdirSync(join(cloud, folder)).map((name) => `${folder}/${name}`))
  .filter((name) => readFileSync(join(cloud, name), 'utf8').includes("from 'aws-cdk-lib"));

/** Nothing, and once: what is said by any other number is a setting. */
const allowed = new Set(['0', '1']);

/** The numbers of a source, and those that stand in its texts beside a word for a time or a size, each with its line. */
const settingsIn = (name: string, text: string): string[] => {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const place = `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isNumericLiteral(node) && !allowed.has(node.text)) found.push(`${place} ${node.text}`);
    if (ts.isStringLiteralLike(node) && /^\w+\(\d+ |=\d+\b|^\d+$/.test(node.text)) found.push(`${place} ${node.text}`);
    node.forEachChild(look);
  };
  look(source);
  return found;
};

describe('the settings of a stage', () => {
  it.each(files)('stand in stages.ts and not in %s', (name) => {
    expect(settingsIn(name, readFileSync(join(cloud, name), 'utf8'))).toEqual([]);
  });

  it('would be found in a stack', () => {
    const stack =
      "new Queue(this, 'Q', { visibilityTimeout: Duration.seconds(30), batch: 1 }); rule('rate(5 minutes)');";
    expect(settingsIn('stack.ts', stack)).toEqual(['stack.ts:1 30', 'stack.ts:1 rate(5 minutes)']);
  });

  it.each(files)('and the name of the house with them: %s takes it from there', (name) => {
    expect(readFileSync(join(cloud, name), 'utf8')).not.toMatch(/[`'"](aws-waf-logs-)?fieldline-/);
  });
});
