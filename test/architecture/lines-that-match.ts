/** The lines of a source that hold the pattern. Comments may speak of what is forbidden, unless the comment itself is the offence. */
export const linesThatMatch = (text: string, pattern: RegExp): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => pattern.test(line) && (!isComment(line) || silencesTool(line)));

const isComment = (line: string): boolean => /^(\/\/|\*|\/\*\*)/.test(line);
const silencesTool = (line: string): boolean => /eslint-disable|prettier-ignore|@ts-/.test(line);
