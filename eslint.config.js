import js from '@eslint/js';
import security from 'eslint-plugin-security';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default ts.config(
  { ignores: ['node_modules', '.build', '.fieldline', 'cdk.out', 'web/dist', 'bench/out', 'test/out'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  security.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-undef': 'off',
      'no-console': 'error',
      // Indexing typed arrays and records is what the hot code does; the type checker guards it.
      'security/detect-object-injection': 'off',
      // Paths here come from this program's own settings, never from a request.
      'security/detect-non-literal-fs-filename': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: [
      'shared/**/*.ts',
      'functions/**/*.ts',
      'infra/**/*.ts',
      'test/**/*.ts',
      'bench/**/*.ts',
      'vitest.config.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['web/**/*.{ts,svelte}', 'bench/page/**/*.svelte'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
  },
  // They import a bench by a name found in its own folder's listing, and the evaluators beside the instances, which have no types.
  { files: ['bench/run.ts', 'bench/solver/evaluators.ts'], rules: { 'no-unsanitized/method': 'off' } },
  // Command lines speak through the console; nothing else does.
  { files: ['infra/**', 'bench/**', 'test/**/run.ts', 'test/browser/**'], rules: { 'no-console': 'off' } },
);
