import { knowledgeArticleSchema, type KnowledgeArticle } from '../../../shared/model/knowledge-article.ts';
import { defineEntity } from '../entity.ts';

export const knowledgeArticleEntity = defineEntity<KnowledgeArticle, Pick<KnowledgeArticle, 'id'>>({
  name: 'knowledge-article',
  schema: knowledgeArticleSchema,
  key: ({ id }) => ({ partition: ['KNOWLEDGE', id], sort: 'KNOWLEDGE' }),
  gsi1: ({ title, id }) => ({ partition: ['KNOWLEDGE'], sort: `${title.toLowerCase()}#${id}` }),
});
