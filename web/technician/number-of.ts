/** Reads a number as people type it, with a point or a comma; undefined when it is none. */
export const numberOf = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};
