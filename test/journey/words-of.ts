import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sentences of a page in a language, so that a test finds a thing by the words that a person reads. */
export const wordsOf = async (page: 'dispatch' | 'technician' | 'customer', language: 'en' | 'zh') => {
  const folder = fileURLToPath(new URL(`../../web/${page}/messages/`, import.meta.url));
  const files = (await readdir(folder)).filter((name) => name === `${language}.ts` || name.endsWith(`-${language}.ts`));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const sentences = new Map(
    [...texts.join('\n').matchAll(line)].map(([, quoted, bare, text]) => [quoted ?? bare, text]),
  );
  return (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new Error(`${page} has no sentence ${key} in ${language}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  };
};

/** `'key.of': 'sentence',` as prettier writes it. */
const line = /^ {2}(?:'([^']+)'|(\w+)):\s+['"](.*)['"],$/gm;
