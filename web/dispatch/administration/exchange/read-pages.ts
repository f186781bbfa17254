interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** Every page of a list, one after the other. */
export async function* readPages<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 200, ...(cursor !== undefined && { cursor }) });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
