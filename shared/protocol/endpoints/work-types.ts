import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { skillSchema } from '../../model/skill.ts';
import { workTypeSchema } from '../../model/work-type.ts';
import { endpoint, staff } from '../endpoint.ts';

const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = workTypeSchema.shape;
/** What is entered about a work type. */
export const workTypeBody = z.strictObject(facts);
const skillBody = z.strictObject({ name: skillSchema.shape.name });
const params = z.strictObject({ workTypeId: idOf('workType') });
const skillParams = z.strictObject({ skillId: idOf('skill') });
const access = staff('manager', 'administrator');

export const createWorkType = endpoint({
  method: 'POST',
  path: '/v1/work-types',
  entry: 'administration',
  summary: 'A new work type with its checklist',
  access,
  body: workTypeBody,
  response: workTypeSchema,
  status: 201,
});

export const changeWorkType = endpoint({
  method: 'PUT',
  path: '/v1/work-types/{workTypeId}',
  entry: 'administration',
  summary:
    'Another version of a work type, for work that is made from now on; what was made before keeps its checklist',
  access,
  params,
  body: workTypeBody,
  response: workTypeSchema,
  versioned: true,
});

export const removeWorkType = endpoint({
  method: 'DELETE',
  path: '/v1/work-types/{workTypeId}',
  entry: 'administration',
  summary: 'Removes a work type of which no work waits or is planned for the next 14 days',
  access,
  params,
  status: 204,
});

export const addSkill = endpoint({
  method: 'POST',
  path: '/v1/skills',
  entry: 'administration',
  summary: 'A new skill',
  access,
  body: skillBody,
  response: skillSchema,
  status: 201,
});

export const renameSkill = endpoint({
  method: 'PUT',
  path: '/v1/skills/{skillId}',
  entry: 'administration',
  summary: 'Another name for a skill; who holds it keeps it',
  access,
  params: skillParams,
  body: skillBody,
  response: skillSchema,
  versioned: true,
});

export const removeSkill = endpoint({
  method: 'DELETE',
  path: '/v1/skills/{skillId}',
  entry: 'administration',
  summary: 'Removes a skill that nobody holds and no work type wants',
  access,
  params: skillParams,
  status: 204,
});
