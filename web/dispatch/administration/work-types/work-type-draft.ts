import type { WorkType } from '../../../../shared/model/work-type.ts';
import type { BodyOf } from '../../../../shared/protocol/endpoint.ts';
import type { createWorkType } from '../../../../shared/protocol/endpoints/work-types.ts';

/** What is entered about a work type. */
export type WorkTypeDraft = BodyOf<typeof createWorkType>;
export type TaskDraft = WorkTypeDraft['tasks'][number];

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: WorkType): WorkTypeDraft => facts;

const hour = 3600;
export const newWorkType: WorkTypeDraft = {
  name: '',
  assetClasses: [],
  durationSeconds: hour,
  priority: 'normal',
  skillRequirements: [],
  partRequirements: [],
  tasks: [],
  fixWithinSeconds: { emergency: 4 * hour, high: 8 * hour, normal: 48 * hour, low: 120 * hour },
  offeredToCustomers: false,
};
