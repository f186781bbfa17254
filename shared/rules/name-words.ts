/** So many words of a name find it. */
const mostWords = 8;

/** What a name can be found by: its words in lower case without accents, each once; a Chinese one from each of its characters on. */
export const nameWords = (name: string): string[] => {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words.flatMap(beginningsIn))].slice(0, mostWords);
};

/** Chinese is written without spaces: what stands in the middle is a word, too. */
const beginningsIn = (word: string): string[] =>
  /\p{Script=Han}/u.test(word) ? [...word].map((_, index, all) => all.slice(index).join('')) : [word];
