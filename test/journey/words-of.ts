import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Language = 'en' | 'zh';

/** The sentences of a page in a language, so that a test finds a thing by the words that a person reads. */
export const wordsOf = async (
  page: 'dispatch' | 'technician' | 'customer' | `dispatch/${string}`,
  language: Language,
) => {
  const sentences = new Map(await readSentences(join(web, page, 'messages'), language));
  return (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new Error(`${page} has no sentence ${key} in ${language}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  };
};

/** Every sentence of a page and of all its parts. */
export const sentencesOf = async (page: string, language: Language): Promise<readonly string[]> => {
  const inside = await readdir(join(web, page), { recursive: true, withFileTypes: true });
  const folders = inside.filter((entry) => entry.isDirectory() && entry.name === 'messages');
  const read = await Promise.all(
    folders.map(({ parentPath, name }) => readSentences(join(parentPath, name), language)),
  );
  return read.flat().map(([, text]) => text);
};

const web = fileURLToPath(new URL('../../web/', import.meta.url));

const readSentences = async (folder: string, language: Language): Promise<(readonly [string, string])[]> => {
  const files = (await readdir(folder)).filter((name) => name === `${language}.ts` || name.endsWith(`-${language}.ts`));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return [...texts.join('\n').matchAll(line)].map(([, quoted, bare, text]) => [quoted ?? bare ?? '', text ?? '']);
};

/** `'key.of': 'sentence',` as prettier writes it. */
const line = /^ {2}(?:'([^']+)'|(\w+)):\s+['"](.*)['"],$/gm;
