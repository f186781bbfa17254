import { badField } from '../platform/errors.ts';
import { foreignCursor, type Page } from '../store/questions/page.ts';

/** The page that the store gave, unless the cursor was not its own. */
export const pageOf = async <Value>(
  asked: Promise<Page<Value> | typeof foreignCursor>,
): Promise<{ items: Value[]; nextCursor?: string }> => {
  const page = await asked;
  if (page === foreignCursor) throw badField('query.cursor', 'this cursor does not belong to this list');
  return page;
};
