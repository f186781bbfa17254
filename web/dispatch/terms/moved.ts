/** The rows with one of them at another place; out of reach nothing moves. */
export const moved = <Row>(rows: readonly Row[], from: number, to: number): Row[] => {
  const taken = rows.slice(from, from + 1);
  if (taken.length === 0 || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, ...taken);
};
