import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

/** A broken import rule in words: its name, who imports what, and why that is not allowed. */
export interface BrokenRule {
  readonly rule: string;
  readonly from: string;
  readonly sentence: string;
}

export interface ImportReading {
  /** The files that were read and what they import, both relative to the folder. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly broken: readonly BrokenRule[];
}

/** Reads every import of these rooms, in TypeScript and in Svelte scripts, and holds them against the rules. */
export const cruiseImports = async (folder: string, rooms: readonly string[]): Promise<ImportReading> => {
  const { output } = await cruise(
    [...rooms],
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: importRules },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(web/dist|bench/out|test/out)/' },
      enhancedResolveOptions: { extensions: ['.ts', '.svelte', '.js', '.json'] },
    },
    undefined,
    // Without this the compiler drops imports that only a component's markup uses.
    { tsConfig: { options: { verbatimModuleSyntax: true } } },
  );
  if (typeof output === 'string') throw new Error('the import reader answered text instead of its findings');
  return { imports: importsOf(output), broken: brokenRulesOf(output) };
};

const importsOf = ({ modules }: ICruiseResult): Map<string, string[]> =>
  new Map(modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]));

const brokenRulesOf = ({ summary }: ICruiseResult): BrokenRule[] =>
  summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    sentence: `${rule.name}: ${from} imports ${to}; ${commentOf(rule.name)}`,
  }));

const commentOf = (name: string): string => importRules.find((rule) => rule.name === name)?.comment ?? '';
