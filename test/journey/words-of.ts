import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The sentences of a page in a language, so that a test finds a thing by the words that a person reads. */
export const wordsOf = async (page: 'dispatch' | 'technician' | 'customer', language: 'en' | 'zh') => {
  const file = fileURLToPath(new URL(`../../web/${page}/messages/${language}.ts`, import.meta.url));
  const sentences = new Map(
    [...(await readFile(file, 'utf8')).matchAll(line)].map(([, quoted, bare, text]) => [quoted ?? bare, text]),
  );
  return (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new Error(`${page} has no sentence ${key} in ${language}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  };
};

/** `'key.of': 'sentence',` as prettier writes it. */
const line = /^ {2}(?:'([^']+)'|(\w+)):\s+['"](.*)['"],$/gm;
