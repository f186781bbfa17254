import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { tableDefinition } from '../../functions/store/table.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What an entry does with the table, derived from the code that survives in its bundle: every call of a method of `Table` or
 * `UnitOfWork`, by the compiler's own types, and what that method asks of DynamoDB, by the store's own code.
 */
export const tableActionsOf = (bundle: string, bundled: readonly string[]): string[] => {
  const actions = new Set<string>();
  const sections = sectionsOf(bundle);
  for (const file of bundled.filter((name) => name.startsWith('functions/') && !ofTheStoreItself.has(name))) {
    const source = program().getSourceFile(project + file);
    if (!source) continue;
    const survivors = namesDeclaredIn(sections.get(file) ?? '');
    for (const statement of source.statements) {
      if (!namesOf(statement).some((name) => survivors.has(name) || survivors.has(`${name}2`))) continue;
      for (const action of actionsIn(statement)) actions.add(action);
    }
  }
  return [...actions].map((action) => `dynamodb:${action}`).sort();
};

/** They are the methods; who calls which is told by the others. */
const ofTheStoreItself = new Set(['functions/store/table-client.ts', 'functions/store/unit-of-work.ts']);

let made: ts.Program | undefined;
const program = (): ts.Program => {
  if (made) return made;
  const read = ts.readConfigFile(`${project}functions/tsconfig.json`, (name) => readFileSync(name, 'utf8'));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, `${project}functions`);
  made = ts.createProgram(fileNames, { ...options, noEmit: true });
  return made;
};

/** What is left of each file in a bundle that was not made small: esbuild writes its name above it. */
const sectionsOf = (bundle: string): ReadonlyMap<string, string> => {
  const parts = bundle.split(/^\/\/ ((?:functions|shared)\/\S+\.ts)$/m);
  const sections = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) sections.set(parts[at] ?? '', parts[at + 1] ?? '');
  return sections;
};

/** Names at the top, as esbuild left them: it adds a number where two files have the same. */
const namesDeclaredIn = (section: string): ReadonlySet<string> => {
  const { statements } = ts.createSourceFile('section.js', section, ts.ScriptTarget.Latest);
  return new Set(statements.flatMap(namesOf).flatMap((name) => [name, name.replace(/\d+$/, '')]));
};

const namesOf = (statement: ts.Statement): string[] => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
};

/** The calls in a statement, by the interface that declares the method. */
const actionsIn = (statement: ts.Statement): string[] => {
  const checker = program().getTypeChecker();
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const parent = checker.getSymbolAtLocation(node.name)?.declarations?.[0]?.parent;
      const owner = parent && ts.isInterfaceDeclaration(parent) ? parent.name.text : '';
      if (owner === 'Table' || owner === 'UnitOfWork') found.push(...actionsOfMethod(owner, node.name.text));
    }
    if (isWriteOfTransaction(node, checker)) found.push(`${node.name.getText()}Item`);
    // What an index of keys alone finds is read from the table.
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'index' && ts.isStringLiteral(node.initializer)) {
      if (keysOnly.has(node.initializer.text)) found.push('BatchGetItem');
    }
    node.forEachChild(look);
  };
  look(statement);
  return found;
};

/** The writes of a transaction, as DynamoDB names them. */
const writesIn = (node: ts.Node): string[] => {
  const named = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
  const own =
    named && /^(Put|Delete|Update|ConditionCheck)$/.test(node.name.getText()) ? [`${node.name.getText()}Item`] : [];
  const inner: string[] = [];
  node.forEachChild((child) => void inner.push(...writesIn(child)));
  return [...own, ...inner];
};

/** One of the writes that are handed to DynamoDB as parts of a transaction, by the SDK's own type. */
const isWriteOfTransaction = (node: ts.Node, checker: ts.TypeChecker): node is ts.PropertyAssignment => {
  if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.parent)) return false;
  const declared = checker.getContextualType(node.parent)?.getProperty(node.name.getText())?.declarations?.[0]?.parent;
  return declared !== undefined && ts.isInterfaceDeclaration(declared) && declared.name.text === 'TransactWriteItem';
};

const keysOnly = new Set<string>(
  tableDefinition.indexes.filter(({ projection }) => projection === 'KEYS_ONLY').map(({ name }) => name),
);

/** What a method of the store asks of DynamoDB: the commands that it makes, or the writes that it collects, followed through the store's own functions. */
const actionsOfMethod = (owner: 'Table' | 'UnitOfWork', method: string): string[] => {
  const file = owner === 'Table' ? 'table-client.ts' : 'unit-of-work.ts';
  const source = program().getSourceFile(`${project}functions/store/${file}`);
  if (!source) throw new Error(`There is no ${file}`);
  const bodies = new Map<string, ts.Node>();
  const collect = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) || (ts.isVariableDeclaration(node) && node.initializer)) {
      bodies.set(node.name.getText(), node);
    }
    node.forEachChild(collect);
  };
  collect(source);
  const actions = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const body = bodies.get(name);
    if (!body || seen.has(name)) return;
    seen.add(name);
    const look = (node: ts.Node): void => {
      if (ts.isNewExpression(node)) {
        const [, command] = /^(\w+)Command$/.exec(node.expression.getText()) ?? [];
        if (command !== undefined && command !== 'TransactWriteItems') actions.add(command);
      }
      // Not into what reads the items of an index of keys alone: who asks such an index is seen by its question.
      if (ts.isCallExpression(node)) {
        const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
        if (called.getText() !== 'wholeItems') follow(called.getText());
      }
      if (ts.isIdentifier(node) && node.text === 'readKeys') follow('readKeys');
      node.forEachChild(look);
    };
    look(body);
    if (owner === 'UnitOfWork') for (const action of writesIn(body)) actions.add(action);
  };
  follow(method);
  return [...actions];
};
