import * as z from 'zod/mini';

/** Lists come in pages; the cursor is opaque and opens only the query of the tenant that got it. */
export const pageQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
};
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.optional(z.string()) });
