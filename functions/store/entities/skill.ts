import { skillSchema, type Skill } from '../../../shared/model/skill.ts';
import { defineEntity } from '../entity.ts';

export const skillEntity = defineEntity<Skill, Pick<Skill, 'id'>>({
  name: 'skill',
  schema: skillSchema,
  key: ({ id }) => ({ partition: ['SKILL', id], sort: 'SKILL' }),
  gsi1: ({ name, id }) => ({ partition: ['SKILLS'], sort: `${name.toLowerCase()}#${id}` }),
});
