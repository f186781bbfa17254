import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { longText, shortText } from './scalar.ts';

/** What is known about a sort of machine or of work, for who stands before it. */
export const knowledgeArticleSchema = z.strictObject({
  ...recordOf('knowledgeArticle'),
  title: shortText,
  text: longText,
  /** Empty both: it concerns everyone. */
  assetClasses: z.array(shortText).check(z.maxLength(50)),
  workTypeIds: z.array(idOf('workType')).check(z.maxLength(50)),
});
export type KnowledgeArticle = z.infer<typeof knowledgeArticleSchema>;
