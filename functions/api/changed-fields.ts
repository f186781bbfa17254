/** The names of what differs, for the history; undefined where nothing does. */
export const changedFields = (before: object, after: object): string | undefined => {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...old.keys(), ...fresh.keys()])].filter((name) => !stamped.has(name));
  const changed = names.filter((name) => textOf(old.get(name)) !== textOf(fresh.get(name)));
  return changed.length === 0 ? undefined : changed.join(', ').slice(0, 200);
};

/** What the store writes itself. */
const stamped: ReadonlySet<string> = new Set(['version', 'createdAt', 'updatedAt']);

/** Alike whatever the order of the fields. */
const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
