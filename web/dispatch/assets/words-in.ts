/** What is separated by commas or semicolons, each once. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];
