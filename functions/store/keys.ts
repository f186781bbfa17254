/** A partition's key: the tenant first, so that no key of one tenant ever equals a key of another. */
export const partitionOf = (tenantId: string, ...parts: readonly string[]): string =>
  ['T', tenantId, ...parts].join('#');

/** The tenant that a partition's key belongs to; a key without one is a fault of the program. */
export const tenantOfPartition = (partition: string): string => {
  const [mark, tenantId] = partition.split('#', 2);
  if (mark !== 'T' || !tenantId) throw new Error(`The key ${partition} names no tenant`);
  return tenantId;
};

/** Numbers in sort keys, padded so that they sort as numbers. */
export const padded = (value: number): string => String(value).padStart(15, '0');
